import type { ImportPlan } from "../../core/ingest/import-plan";
import type { SourceInput } from "../../core/ports/source-files";
import type { ImportedSource } from "./chosen-source";
import type { OpenedSource } from "./fetch-sources";
import type { WatchedSource } from "./watch-source";

/** A source that was chosen, and watched while it was read. */
export interface WatchedChoice extends OpenedSource {
	readonly watch: WatchedSource;
}

/** Tells of each source which state of it was read and what could not be; ATT&CK's version says more than a date. */
export function stampSources(
	watched: readonly WatchedChoice[],
	{ attackVersions, result }: Pick<ImportPlan, "attackVersions" | "result">,
): Promise<ImportedSource[]> {
	const skipped = new Set(result.skipped.map(({ file }) => file));
	const problems = result.problems.filter(
		({ file, severity }) => severity !== "info" && !skipped.has(file),
	);
	return Promise.all(
		watched.map(async ({ source, input, watch }) => {
			const text = source.kind === "attack" ? versionOf(input, attackVersions) : "";
			const stamp = text === "" ? await watch.stamp() : { kind: "version" as const, text };
			const count = (files: Iterable<string>): number =>
				[...files].filter((file) => isOf(input, file)).length;
			return {
				...source,
				stamp,
				skipped: count(skipped),
				problems: count(problems.map(({ file }) => file)),
			};
		}),
	);
}

function versionOf(input: SourceInput, versions: ReadonlyMap<string, string>): string {
	const own = [...versions].filter(([file]) => isOf(input, file));
	return [...new Set(own.map(([, version]) => version))].join(", ");
}

function isOf({ argument }: SourceInput, file: string): boolean {
	return file === argument || file.startsWith(`${argument}/`);
}
