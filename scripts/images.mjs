// Makes the README's images from the samples, in the browser that the tests use.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = ["run", "--project", "browser", "test/browser/readme-images.test.ts"];
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
	cwd: root,
	env: { ...process.env, IMAGES: join(root, "docs", "images") },
	stdio: "inherit",
});
process.exitCode = status ?? 1;
