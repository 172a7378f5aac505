import type { SourceFile, SourceInput } from "./source-files";

/** A source in memory: paths (starting with the argument's name) to text or bytes. */
export function createMemorySource(
	argument: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): SourceInput {
	const encoder = new TextEncoder();
	return {
		argument,
		async *list() {
			for (const path of Object.keys(files).sort()) {
				const content = files[path] ?? "";
				const bytes = typeof content === "string" ? encoder.encode(content) : content;
				const file: SourceFile = {
					file: path,
					path,
					size: bytes.length,
					read: () => Promise.resolve(bytes),
				};
				yield await Promise.resolve(file);
			}
		},
	};
}
