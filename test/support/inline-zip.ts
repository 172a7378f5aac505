import { strToU8, zipSync } from "fflate";

/** Packs files by their paths into a zip in memory. */
export function createInlineZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
	const entries = Object.entries(files).map(([path, content]) => [
		path,
		typeof content === "string" ? strToU8(content) : content,
	]);
	return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}
