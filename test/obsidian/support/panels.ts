import type { RuleEntry, RunbookEntry } from "../../../src/core/library/library-entry";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import type { PanelSources, TechniquePanel } from "../../../src/core/panels/technique-panel";
import type { PartProps } from "../../../src/obsidian/views/panels/panel-props";

/** Sources of panels over some rules. */
export function buildSources(rules: readonly RuleEntry[]): PanelSources {
	const knowledge = createRuleKnowledge([]);
	const library = createVaultLibrary(knowledge);
	for (const rule of rules) library.keep(rule);
	return { library, knowledge, resolver: createTechniqueResolver(EMPTY_ATTACK_DATA) };
}

/** What a part of the panel of T1021 is given. */
export function buildPart(
	rules: readonly RuleEntry[],
	part: Partial<PartProps> = {},
	runbooks: readonly RunbookEntry[] = [],
): PartProps {
	const sources = part.sources ?? buildSources(rules);
	const panel: TechniquePanel = {
		technique: { id: "T1021", name: "Remote Services", note: undefined },
		replaced: null,
		scope: "with sub-techniques",
		rules: rules.map((rule) => heldRule(sources, rule)),
		runbooks,
		runs: [],
	};
	const readNote = (): Promise<undefined> => Promise.resolve(undefined);
	return { panel, sources, generation: 1, limit: 10, problems: [], readNote, ...part };
}

/** The library holds entries of its own. */
function heldRule({ library }: PanelSources, rule: RuleEntry): RuleEntry {
	const held = library.entry(rule.path);
	return held?.kind === "rule" ? held : rule;
}
