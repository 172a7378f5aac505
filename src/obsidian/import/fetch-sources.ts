import type { SourceInput } from "../../core/ports/source-files";
import type { ImportProgress } from "../ports/import-progress";
import type { ChosenSource, MissingSource } from "./chosen-source";
import { errorMessage } from "../../core/text/error-message";

/** A source whose files can be read. */
export interface OpenedSource {
	readonly source: ChosenSource;
	readonly input: SourceInput;
}

/** Sources that can be read, and those that cannot be had. */
export interface FetchedSources {
	readonly opened: readonly OpenedSource[];
	readonly missing: readonly MissingSource[];
}

/** Downloads those of the chosen sources that lie elsewhere, one after the other; one that fails does not hold up the rest. */
export async function fetchSources(
	chosen: readonly ChosenSource[],
	progress: ImportProgress,
): Promise<FetchedSources> {
	const opened: OpenedSource[] = [];
	const missing: MissingSource[] = [];
	const total = chosen.filter(({ fetch }) => fetch !== undefined).length;
	const isStopped = (): boolean => progress.cancelled;
	let done = 0;
	for (const source of chosen) {
		if (source.fetch === undefined) {
			opened.push({ source, input: source.input });
			continue;
		}
		progress.report("download", done++, total, source.input.argument);
		await progress.breathe();
		if (isStopped()) break;
		try {
			opened.push({ source, input: await source.fetch(progress) });
		} catch (error) {
			const reason = errorMessage(error);
			if (!isStopped()) missing.push({ source, reason });
		}
	}
	return { opened, missing };
}
