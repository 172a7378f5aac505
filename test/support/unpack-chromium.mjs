// Run by chromium.ts with the target folder as TMPDIR: the package reads it when it is loaded.
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
