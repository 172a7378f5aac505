import type { SourceFile } from "../core/ports/source-files";
import type { FoundFile } from "./file-sources";
import { locateFile } from "./file-sources";

/** A file with its number among all that are listed. */
export interface NumberedFile {
	readonly unit: number;
	readonly found: FoundFile;
}

/** Files that one thread takes together. */
export type Batch = readonly NumberedFile[];

/** A batch ends with whichever comes first. */
const MOST = { files: 128, bytes: 1024 * 1024 };
/** With less of both than this, starting a thread costs more than it gives. */
const LEAST = { files: 500, bytes: 4 * 1024 * 1024 };

/**
 * Puts listed files, but for those whose numbers are `known`, in batches that are worth handing over, in order; undefined where all
 * together are too small for that, or where one does not lie on disk.
 */
export function batchFiles(
	files: readonly SourceFile[],
	known: ReadonlySet<number>,
): readonly Batch[] | undefined {
	const wanted: NumberedFile[] = [];
	let bytes = 0;
	for (const [unit, file] of files.entries()) {
		if (known.has(unit)) continue;
		const found = locateFile(file);
		if (found === undefined) return undefined;
		wanted.push({ unit, found });
		bytes += file.size;
	}
	if (wanted.length < LEAST.files && bytes < LEAST.bytes) return undefined;
	const batches: Batch[] = [];
	for (let first = 0; first < wanted.length;) {
		const end = findEnd(wanted, first);
		batches.push(wanted.slice(first, end));
		first = end;
	}
	return batches;
}

function findEnd(files: readonly NumberedFile[], first: number): number {
	let bytes = 0;
	let end = first;
	while (end < files.length && end - first < MOST.files && bytes < MOST.bytes)
		bytes += files[end++]?.found.size ?? 0;
	return end;
}
