import { comparable } from "../../text/comparable";
import type { NoteFacts } from "./note-facts";

/** Types of notes that name a technique without being its note. */
const OTHER_TYPES: ReadonlySet<string> = new Set(
	(
		"ability actor alert campaign case courseofaction cve detection detectionrule event finding group hunt hunting incident indicator " +
		"intrusionset ioc lab log malware mitigation playbook procedure report rule runbook soccase software tactic tool usecase vulnerability writeup"
	).split(" "),
);

/** Folders of such notes. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(
	(
		"alert case cheatsheet clippings daily dailynote detection hunt hunting incident lab log lolba lolbin playbook procedure report rule runbook template " +
		"threathunt threathunting tool writeup"
	).split(" "),
);

/** Types of the notes of rules. */
const RULE_TYPES: ReadonlySet<string> = new Set(["detection", "detectionrule", "rule", "usecase"]);

/** Folders of the notes of rules. */
const RULE_FOLDERS: ReadonlySet<string> = new Set(["detection", "rule", "sigma", "sigmarule"]);

/** Whether a note's type, or a folder above it, says that it is about a detection. */
export function isAmongRules(facts: NoteFacts): boolean {
	if (listTypes(facts).some((type) => holdsWord(RULE_TYPES, type))) return true;
	return facts.folders.some((folder) => holdsWord(RULE_FOLDERS, folderWord(folder)));
}

/** Whether a note's type says that it is about something else, though it may name a technique. */
export function isOtherType(facts: NoteFacts): boolean {
	return listTypes(facts).some((type) => holdsWord(OTHER_TYPES, type));
}

/** Whether a note's type says that it is no rule's, though it may name one: the alert that the rule gave. */
export function isNoRuleType(facts: NoteFacts): boolean {
	return isOtherType(facts) && !listTypes(facts).some((type) => holdsWord(RULE_TYPES, type));
}

function listTypes(facts: NoteFacts): readonly string[] {
	return [facts.text1("type") ?? "", facts.text1("note_type") ?? ""];
}

/** Properties by which other plugins know their own files. */
const PLUGIN_FILES = ["excalidraw-plugin", "kanban-plugin"] as const;

/** Whether a file is a template, a board or a drawing: whatever it names, nothing belongs into it. */
export function isNoNote(facts: NoteFacts): boolean {
	if (PLUGIN_FILES.some((key) => facts.text1(key) !== undefined)) return true;
	return facts.folders.some((folder) => /^templates?$/.test(folderWord(folder)));
}

/** What a folder is called without what only sorts it: `04 - Templates`, `_templates`. */
export function folderWord(folder: string): string {
	return comparable(folder).replace(/^\d+/, "");
}

/** Whether a note's type, or a folder above it, says so. */
export function isAboutElse(facts: NoteFacts): boolean {
	return (
		isOtherType(facts) ||
		facts.folders.some((folder) => holdsWord(OTHER_FOLDERS, folderWord(folder)))
	);
}

function holdsWord(words: ReadonlySet<string>, text: string): boolean {
	const word = comparable(text);
	return words.has(word) || (word.endsWith("s") && words.has(word.slice(0, -1)));
}
