import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Gives the version that the package in a folder states; throws where its manifest cannot be read. */
export function readVersion(home: string): string {
	const manifest: unknown = JSON.parse(readFileSync(join(home, "manifest.json"), "utf8"));
	const stated = manifest as { readonly version?: unknown } | null;
	return typeof stated?.version === "string" ? stated.version : "unknown";
}
