import type { FolderSettings } from "../../model/settings";
import { comparable } from "./comparable";
import type { Certainty, IdentifiedKind } from "./note-identity";
import type { NoteFacts } from "./note-facts";

/** What one source says a note is. */
export interface KindEvidence {
	readonly kind: IdentifiedKind;
	readonly certainty: Certainty;
	/** In words for a report. */
	readonly by: string;
}

/** Properties that state an identity. */
const IDENTITY_KEYS: readonly (readonly [IdentifiedKind, string])[] = [
	["technique", "attack_id"],
	["rule", "rule_id"],
	["runbook", "runbook_id"],
	["execution", "log_id"],
	["execution", "test_guid"],
];

/** Last parts of tags that say what a note is, in the vaults met: without separators, in lower case. */
const TYPE_TAGS: ReadonlyMap<string, IdentifiedKind> = new Map([
	["technique", "technique"],
	["techniques", "technique"],
	["subtechnique", "technique"],
	["detectionrule", "rule"],
	["detectionrules", "rule"],
	["atomictest", "runbook"],
	["atomictests", "runbook"],
]);

const TYPE_FOLDERS: ReadonlyMap<string, IdentifiedKind> = new Map([
	["techniques", "technique"],
	["usecases", "technique"],
	["detectionrules", "rule"],
	["testingrunbooks", "runbook"],
	["runbooks", "runbook"],
	["atomics", "runbook"],
	["testexecutions", "execution"],
]);

/** Properties that only one kind of note has, in the vaults met. */
const TYPE_KEYS: readonly (readonly [IdentifiedKind, string, RegExp | null])[] = [
	["rule", "logsrc_product", null],
	["rule", "logsrc_category", null],
	["technique", "mitre_type", /^attack-pattern$/],
	["technique", "object_type", /^(?:sub-?)?technique$/],
	["technique", "url", /attack\.mitre\.org\/techniques\/T\d/],
	["technique", "mitre_url", /attack\.mitre\.org\/techniques\/T\d/],
	["technique", "mitre-attack", /(?:^|\/)techniques\/T\d/],
];

/**
 * Gives every kind that a note's front matter and folder speak for, by the surest sort of evidence that speaks at all.
 *
 * An empty list says that only the content can tell; two kinds in it contradict each other.
 */
export function listKinds(facts: NoteFacts, folders: FolderSettings): readonly KindEvidence[] {
	const stated = listStated(facts);
	if (stated.length > 0) return stated;
	if (isExecution(facts)) return [{ kind: "execution", certainty: "marked", by: "runbook" }];
	const tagged = listTagged(facts.tags);
	if (tagged.length > 0) return tagged;
	for (const [kind, key, pattern] of TYPE_KEYS) {
		const value = facts.text1(key);
		if (value !== undefined && pattern?.test(value) !== false)
			return [{ kind, certainty: "marked", by: key }];
	}
	return listFolders(facts, folders);
}

/** Of two identities stated, a type tag chooses; the first property of each kind speaks for it. */
function listStated(facts: NoteFacts): readonly KindEvidence[] {
	const keys = IDENTITY_KEYS.filter(([, key]) => facts.text1(key) !== undefined);
	const stated = keys
		.filter(([kind], index) => keys.findIndex(([other]) => other === kind) === index)
		.map(([kind, by]): KindEvidence => ({ kind, certainty: "stated", by }));
	if (stated.length < 2) return stated;
	const tagged = new Set(listTagged(facts.tags).map(({ kind }) => kind));
	const chosen = stated.filter(({ kind }) => tagged.has(kind));
	return chosen.length === 1 ? chosen : stated;
}

/** The tag `execution` is also a tactic's, so the property that names the runbook must be there. */
function isExecution(facts: NoteFacts): boolean {
	return (
		facts.text1("runbook") !== undefined &&
		facts.tags.some((tag) => /^(?:test[_-])?execution$/i.test(tag))
	);
}

function listTagged(tags: readonly string[]): readonly KindEvidence[] {
	const found = new Map<IdentifiedKind, KindEvidence>();
	for (const tag of tags) {
		const kind = TYPE_TAGS.get(comparable(tag.slice(tag.lastIndexOf("/") + 1)));
		if (kind !== undefined && !found.has(kind))
			found.set(kind, { kind, certainty: "marked", by: `tag ${tag}` });
	}
	return [...found.values()];
}

function listFolders(facts: NoteFacts, settings: FolderSettings): readonly KindEvidence[] {
	const evidence = (kind: IdentifiedKind, folder: string): readonly KindEvidence[] => [
		{ kind, certainty: "inferred", by: `folder ${folder}` },
	];
	const named: readonly (readonly [IdentifiedKind, string])[] = [
		["technique", settings.techniques],
		["rule", settings.rules],
		["runbook", settings.runbooks],
		["execution", settings.executions],
	];
	for (const [kind, folder] of named) {
		if (folder !== "" && facts.path.startsWith(`${folder}/`)) return evidence(kind, folder);
	}
	for (const folder of facts.folders) {
		const kind = TYPE_FOLDERS.get(comparable(folder));
		if (kind !== undefined) return evidence(kind, folder);
	}
	return [];
}
