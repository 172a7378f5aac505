import { readZipStamp } from "../../core/ingest/read-zip-stamp";
import type { SourceInput } from "../../core/ports/source-files";
import type { SourceStamp } from "../settings/remembered-source";

/** A source that is watched while it is read. */
export interface WatchedSource {
	readonly input: SourceInput;
	/** Which state of the source was read; undefined where nothing tells. */
	stamp(): Promise<SourceStamp | undefined>;
}

/** Watches a source, so that its commit or the date of its newest file is known once it was read. */
export function watchSource(input: SourceInput): WatchedSource {
	let commit: string | undefined;
	let newest = "";
	const see = (moment: string | number): void => {
		const date = new Date(moment);
		const iso = Number.isNaN(date.getTime()) ? "" : date.toISOString();
		if (iso > newest) newest = iso;
	};
	const watched: SourceInput = {
		...input,
		async *list() {
			for await (const file of input.list()) {
				const isZip = file.path.toLowerCase().endsWith(".zip");
				// An archive's own date is that of its download.
				if (!isZip && file.modified !== undefined) see(file.modified);
				if (!isZip) yield file;
				else {
					yield {
						...file,
						async read() {
							const bytes = await file.read();
							const stamp = readZipStamp(bytes);
							commit ??= stamp.commit;
							// Noon, so that it is that day in nearly every zone.
							if (stamp.newest !== undefined) see(`${stamp.newest}T12:00:00.000Z`);
							return bytes;
						},
					};
				}
			}
		},
	};
	return {
		input: watched,
		async stamp() {
			const found = commit ?? (await input.commit?.());
			if (found !== undefined) return { kind: "commit", text: found };
			return newest === "" ? undefined : { kind: "newest", text: newest };
		},
	};
}
