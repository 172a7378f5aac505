import type { SourceInput } from "../core/ports/source-files";
import type { FoundFile } from "./file-sources";
import { findFiles } from "./file-sources";

/** A batch ends with whichever comes first. */
const MOST = { files: 128, bytes: 1024 * 1024 };
/** With less of both than this, starting a thread costs more than it gives. */
const LEAST = { files: 500, bytes: 4 * 1024 * 1024 };

/**
 * Lists the files of sources that `openPath` opened, in order, in batches that are worth handing over; undefined where all together are
 * too small for that, or cannot be listed, which whoever reads them will meet again.
 */
export function batchFiles(inputs: readonly SourceInput[]): FoundFile[][] | undefined {
	const batches: FoundFile[][] = [];
	let batch: FoundFile[] = [];
	const total = { files: 0, bytes: 0 };
	let bytes = 0;
	try {
		for (const { argument } of inputs) {
			for (const file of findFiles(argument)) {
				if (batch.length === 0 || batch.length >= MOST.files || bytes >= MOST.bytes) {
					batch = [];
					bytes = 0;
					batches.push(batch);
				}
				batch.push(file);
				bytes += file.size;
				total.files++;
				total.bytes += file.size;
			}
		}
	} catch {
		return undefined;
	}
	return total.files < LEAST.files && total.bytes < LEAST.bytes ? undefined : batches;
}
