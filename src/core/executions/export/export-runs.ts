import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { VaultLibrary } from "../../library/vault-library";
import type { AttackDomain } from "../../model/attack";
import type { RunChoice } from "./choose-runs";
import { chooseRuns } from "./choose-runs";
import { writeAttire } from "./write-attire";
import { writeRunLayer } from "./write-run-layer";
import { writeVectrCsv } from "./write-vectr-csv";

/** What runs are exported as. */
export const RUN_FORMATS = ["vectr", "attire", "navigator"] as const;
/** One of them. */
export type RunFormat = (typeof RUN_FORMATS)[number];

/** File name endings, without the full stop. */
export const RUN_EXTENSIONS: Readonly<Record<RunFormat, string>> = {
	vectr: "csv",
	attire: "json",
	navigator: "json",
};

/** What an export is made from. */
export interface ExportSources {
	readonly library: VaultLibrary;
	readonly resolver: TechniqueResolver;
	/** ISO 8601. */
	readonly now: string;
	/** Null where it is not known. */
	readonly attackVersion: string | null;
	readonly domain: AttackDomain;
}

/** Exports the chosen runs of a vault, the earliest first: the text of the file. */
export function exportRuns(format: RunFormat, choice: RunChoice, sources: ExportSources): string {
	const { library, resolver, now, attackVersion, domain } = sources;
	const { runs: records } = library;
	const runs = chooseRuns(library, choice);
	const resolve = (id: string): string => resolver.resolve(id).id;
	switch (format) {
		case "vectr":
			return writeVectrCsv(runs, {
				...{ records, resolve },
				techniqueName: (id) => resolver.find(id)?.name,
				tacticsOf: (id) => library.technique(resolve(id))?.tactics ?? [],
				ruleTitle(path) {
					const rule = library.entry(path);
					return rule?.kind === "rule" ? rule.title : undefined;
				},
			});
		case "attire":
			return writeAttire(runs, now, resolve);
		case "navigator": {
			const name = choice.campaign === undefined ? "Test executions" : choice.campaign;
			return writeRunLayer(runs, { name, domain, attackVersion, records, resolve });
		}
	}
}
