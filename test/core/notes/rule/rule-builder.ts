import type { Rule } from "../../../../src/core/model/rule";
import type {
	NamedTechnique,
	RuleNoteContext,
} from "../../../../src/core/notes/rule/rule-note-context";

/** A rule that says nothing but what it is told to say. */
export function buildRule(parts: Partial<Rule> = {}): Rule {
	return {
		id: "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11",
		vendor: "sigma",
		kind: "rule",
		language: "sigma",
		title: "A rule",
		description: "",
		status: null,
		level: null,
		confidence: null,
		techniques: [],
		tactics: [],
		logsource: { product: null, service: null, category: null },
		dataSources: [],
		tables: [],
		author: null,
		license: null,
		sourceRef: null,
		created: null,
		lastModified: null,
		references: [],
		falsePositives: [],
		otherTags: [],
		related: [],
		simulations: [],
		regressionTests: null,
		prose: [],
		queries: [],
		text: "title: A rule\n",
		textLanguage: "yaml",
		file: "rules/a.yml",
		line: 1,
		...parts,
	};
}

const TECHNIQUES: ReadonlyMap<string, NamedTechnique> = new Map([
	["T1021.004", { id: "T1021.004", name: "Remote Services: SSH", url: null, retired: false }],
	["T1562", { id: "T1685", name: "Disable or Modify Tools", url: null, retired: false }],
	["T1685", { id: "T1685", name: "Disable or Modify Tools", url: null, retired: false }],
	["T1064", { id: "T1064", name: "Scripting", url: null, retired: true }],
]);

const LINKS: ReadonlyMap<string, string> = new Map([
	["technique T1021.004", "T1021.004 - Remote Services - SSH"],
	["runbook T1021.004", "Testing Runbooks/T1021.004 - Remote Services - SSH - runbook"],
	["rule other", "Detection Rules/Sigma/The other"],
]);

/** A vault with one technique note, one runbook and one other rule, and a small catalogue. */
export function buildContext(parts: Partial<RuleNoteContext> = {}): RuleNoteContext {
	return {
		linkTo: (kind, id) => LINKS.get(`${kind} ${id}`),
		hasCatalog: true,
		nameTechnique: (id) => TECHNIQUES.get(id),
		tacticName: (tactic) => (tactic === "lateral-movement" ? "Lateral Movement" : undefined),
		sourceOf: (rule) => rule.file,
		...parts,
	};
}
