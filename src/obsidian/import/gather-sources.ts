import type { ImportSources } from "../../core/ingest/import-plan";
import type { SourceInput } from "../../core/ports/source-files";
import type { SourceKind } from "../settings/remembered-source";
import type { WatchedChoice } from "./stamp-sources";

/** What a person can say about an import besides its sources. */
export interface ImportOptions {
	/** ATT&CK's version where no bundle states it, "" for none. */
	readonly attackVersion: string;
	/** Whether notes that the person deleted are made again. */
	readonly restore: boolean;
	/** Whether nothing at all may be written, not even where files lie. */
	readonly isDry?: boolean;
	/** What the person answered to the plan before: the successor of a technique by its id. */
	readonly moves?: ReadonlyMap<string, string> | undefined;
}

/** What an import takes: sources by kind, and the logs that are matched to what these bring. */
export interface GatheredSources {
	readonly sources: ImportSources;
	readonly logs: readonly SourceInput[];
}

/** Sorts opened sources by kind, as the core takes them. */
export function gatherSources(
	watched: readonly WatchedChoice[],
	{ attackVersion, restore, moves }: ImportOptions,
): GatheredSources {
	const inputs = (kind: SourceKind): SourceInput[] =>
		watched.filter(({ source }) => source.kind === kind).map(({ watch }) => watch.input);
	return {
		sources: {
			attack: inputs("attack"),
			attackVersion: attackVersion === "" ? undefined : attackVersion,
			rules: inputs("rules"),
			atomics: inputs("atomics"),
			notes: inputs("notes"),
			restore,
			moves,
		},
		logs: inputs("executions"),
	};
}
