import type { TechniqueResolver } from "../attack/technique-resolver";
import { runsOfTechniques } from "../executions/run-summary";
import type {
	ExecutionEntry,
	RuleEntry,
	RunbookEntry,
	TechniqueEntry,
} from "../library/library-entry";
import type { VaultLibrary } from "../library/vault-library";
import type { RuleKnowledge } from "../library/rule-knowledge";
import { createTechniqueScope } from "./technique-scope";

/** What a vault holds for one technique. Rows are counted from the rules when they are asked for. */
export interface TechniquePanel {
	readonly technique: {
		readonly id: string;
		readonly name: string;
		/** Undefined where the vault has no note of it. */
		readonly note: TechniqueEntry | undefined;
	};
	/** The outdated technique that was asked for, which `technique` replaces; null where it was asked for itself. */
	readonly replaced: {
		readonly id: string;
		/** Undefined where the vault has no note of it any more. */
		readonly note: TechniqueEntry | undefined;
	} | null;
	/** Whether sub-techniques are counted in. */
	readonly scope: "with sub-techniques" | "exact";
	/** By title, then path. */
	readonly rules: readonly RuleEntry[];
	/** By title, then path. */
	readonly runbooks: readonly RunbookEntry[];
	/** Runs that name the technique, the latest first. */
	readonly runs: readonly ExecutionEntry[];
}

/** What panels are worked out from. */
export interface PanelSources {
	readonly library: VaultLibrary;
	readonly resolver: TechniqueResolver;
	readonly knowledge: RuleKnowledge;
}

/**
 * Gathers the rules and runbooks of a technique; undefined where neither a note nor ATT&CK's data of the vault knows the id.
 *
 * A revoked id gives its successor's panel, even where its note still stands. A technique rolls up its sub-techniques unless `isExact`. Each rule counts once.
 */
export function buildTechniquePanel(
	{ library, resolver }: PanelSources,
	asked: string,
	isExact: boolean,
): TechniquePanel | undefined {
	const { id, outdated } = resolver.resolve(asked);
	const note = library.technique(id);
	const scope = createTechniqueScope(id, isExact, resolver);
	const rules = library.rulesOf(scope);
	const runbooks = library.runbooksOf(scope);
	const runs = runsOfTechniques(library.runs, scope);
	const name = note?.name ?? resolver.find(id)?.name;
	if (name === undefined && rules.length === 0 && runbooks.length === 0) return undefined;
	return {
		technique: { id, name: name ?? id, note },
		replaced: outdated && id !== asked ? { id: asked, note: library.technique(asked) } : null,
		scope: isExact ? "exact" : "with sub-techniques",
		rules,
		runbooks,
		runs,
	};
}
