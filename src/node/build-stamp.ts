import { readFileSync } from "node:fs";
import { hashBytes } from "../core/notes/bases/hash-text";

/** Tells the running program from every other build of it; `entry` is the file that holds all its code. */
export function readBuildStamp(entry: URL): string | undefined {
	try {
		return `${process.versions.v8} ${hashBytes(readFileSync(entry))}`;
	} catch {
		return undefined;
	}
}
