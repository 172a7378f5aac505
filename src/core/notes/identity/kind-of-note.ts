import type { FolderSettings } from "../../model/settings";
import { comparable } from "../../text/comparable";
import type { Certainty, IdentifiedKind } from "./note-identity";
import type { NoteFacts } from "./note-facts";
import { folderWord, isAboutElse, isNoRuleType, isOtherType } from "./other-subjects";
import { isNamedForTechnique } from "./technique-file-name";

/** What one source says a note is. */
export interface KindEvidence {
	readonly kind: IdentifiedKind;
	readonly certainty: Certainty;
	/** In words for a report. */
	readonly by: string;
	/** Whether notes of other things say so too: then an id among the note's tags is no proof that the note is the technique's. */
	readonly isGeneric?: true;
}

/** What a note of tests has in it; elsewhere `Runbooks` are what to do in an incident. */
const TEST_WORDS = /\batomic[ _-]?(?:red[ _-]?team|tests?)\b|auto_generated_guid|Invoke-Atomic/i;

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
	["subtechniques", "technique"],
	["mitretechnique", "technique"],
	["attacktechnique", "technique"],
	["attackpattern", "technique"],
	["detectionrule", "rule"],
	["detectionrules", "rule"],
	["atomictest", "runbook"],
	["atomictests", "runbook"],
]);

/** Those that people give to whatever they do as well, unless they stand below `mitre/` or `attack/`. */
const GENERIC_TAG = /^(?:sub-?techniques?|technique|attack[-_]?pattern)$/i;

const TYPE_FOLDERS: ReadonlyMap<string, IdentifiedKind> = new Map([
	["techniques", "technique"],
	["usecases", "technique"],
	["subtechniques", "technique"],
	["attackpatterns", "technique"],
	["attackpattern", "technique"],
	["attacktechniques", "technique"],
	["attcktechniques", "technique"],
	["mitretechniques", "technique"],
	["ttps", "technique"],
	["detectionrules", "rule"],
	["testingrunbooks", "runbook"],
	["runbooks", "runbook"],
	["atomics", "runbook"],
	["testexecutions", "execution"],
]);

/** What generators and people call a technique's type. */
const TECHNIQUE_TYPE =
	/^(?:(?:mitre|att&ck|attack)[ _-]?){0,2}(?:sub-?technique|technique|attack[ _-]?pattern)$/i;

/** Properties that only one kind of note has, in the vaults met. */
const TYPE_KEYS: readonly (readonly [IdentifiedKind, string, RegExp | null])[] = [
	["rule", "logsrc_product", null],
	["rule", "logsrc_category", null],
	["technique", "mitre_type", TECHNIQUE_TYPE],
	["technique", "object_type", TECHNIQUE_TYPE],
	["technique", "type", TECHNIQUE_TYPE],
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
		const isElse =
			kind === "technique" && isAboutElse(facts) && !isNamedForTechnique(facts.baseName);
		if (value !== undefined && pattern?.test(value) !== false && !isElse) {
			const generic = pattern === TECHNIQUE_TYPE ? { isGeneric: true as const } : {};
			return [{ kind, certainty: "marked", by: key, ...generic }];
		}
	}
	return listFolders(facts, folders);
}

/** Of two identities stated, a type tag chooses; the first property of each kind speaks for it. */
function listStated(facts: NoteFacts): readonly KindEvidence[] {
	const keys = IDENTITY_KEYS.filter(([kind, key]) => isIdentity(facts, kind, key));
	const stated = keys
		.filter(([kind], index) => keys.findIndex(([other]) => other === kind) === index)
		.map(([kind, by]): KindEvidence => ({ kind, certainty: "stated", by }));
	if (stated.length < 2) return stated;
	const tagged = new Set(listTagged(facts.tags).map(({ kind }) => kind));
	const chosen = stated.filter(({ kind }) => tagged.has(kind));
	return chosen.length === 1 ? chosen : stated;
}

/**
 * A template's gap states nothing, and the list of what a detection covers is no identity; nor is what a note of another type names, unless
 * a tag says that it is one of ours.
 */
function isIdentity(facts: NoteFacts, kind: IdentifiedKind, key: string): boolean {
	const value = facts.text1(key);
	if (value === undefined || /\{\{|<%/.test(value)) return false;
	if (listTagged(facts.tags).some((tagged) => tagged.kind === kind)) return true;
	if (key === "rule_id") return !isNoRuleType(facts);
	if (key !== "attack_id") return true;
	const isElse = isOtherType(facts) && !isNamedForTechnique(facts.baseName);
	return facts.texts(key).length === 1 && !isElse;
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
		const known = kind && found.get(kind);
		if (kind === undefined || (known !== undefined && known.isGeneric === undefined)) continue;
		const generic = GENERIC_TAG.test(tag) ? { isGeneric: true as const } : {};
		found.set(kind, { kind, certainty: "marked", by: `tag ${tag}`, ...generic });
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
		const word = folderWord(folder);
		const kind = TYPE_FOLDERS.get(word);
		const isResponse = word === "runbooks" && !TEST_WORDS.test(facts.text);
		if (kind !== undefined && !isResponse) return evidence(kind, folder);
	}
	return [];
}
