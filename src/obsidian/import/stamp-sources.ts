import type { ChosenSource, ImportedSource } from "./chosen-source";
import type { WatchedSource } from "./watch-source";

/** A source that was chosen, and watched while it was read. */
export interface WatchedChoice {
	readonly source: ChosenSource;
	readonly watch: WatchedSource;
}

/** Tells of each source which state of it was read; `versions` are ATT&CK's by bundle, and say more than a date. */
export function stampSources(
	watched: readonly WatchedChoice[],
	versions: ReadonlyMap<string, string>,
): Promise<ImportedSource[]> {
	return Promise.all(
		watched.map(async ({ source, watch }) => {
			const text = source.kind === "attack" ? versionOf(source, versions) : "";
			const stamp = text === "" ? await watch.stamp() : { kind: "version" as const, text };
			return { ...source, stamp };
		}),
	);
}

function versionOf({ input }: ChosenSource, versions: ReadonlyMap<string, string>): string {
	const own = [...versions].filter(
		([file]) => file === input.argument || file.startsWith(`${input.argument}/`),
	);
	return [...new Set(own.map(([, version]) => version))].join(", ");
}
