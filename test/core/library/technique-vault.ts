import type { AttackData, KnownTechnique } from "../../../src/core/attack/attack-data";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import type { NoteIndex } from "../../../src/core/index/note-index";
import { createNoteIndex } from "../../../src/core/index/note-index";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import type { RuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { VaultLibrary } from "../../../src/core/library/vault-library";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import type { TechniqueResolver } from "../../../src/core/attack/technique-resolver";

/** A vault of notes, read as both hosts read one. */
export interface TechniqueVault {
	readonly library: VaultLibrary;
	readonly resolver: TechniqueResolver;
	readonly knowledge: RuleKnowledge;
	readonly attack: AttackData;
	readonly notes: NoteIndex;
}

const KNOWLEDGE = createRuleKnowledge([]);

/** A technique as ATT&CK knows it. */
export const known = (
	id: string,
	name: string,
	parentName: string | null = null,
): KnownTechnique => ({
	...{ id, name, parentName, domain: "enterprise", tactics: ["lateral-movement"] },
	parent: parentName === null ? null : (id.split(".", 1)[0] ?? null),
});

/** What ATT&CK says in these vaults: T1021 with two sub-techniques, T1059, and T1028, which T1021 replaced. */
export const ATTACK: AttackData = {
	...EMPTY_ATTACK_DATA,
	tactics: [
		{
			...{ id: "TA0008", shortName: "lateral-movement", name: "Lateral Movement" },
			...{ domain: "enterprise", order: 0, url: null },
		},
	],
	techniques: [
		known("T1021", "Remote Services"),
		known("T1021.001", "Remote Desktop Protocol", "Remote Services"),
		known("T1021.004", "SSH", "Remote Services"),
		known("T1059", "Command and Scripting Interpreter"),
	],
	retired: [{ id: "T1028", name: "Windows Remote Management", successor: "T1021", url: null }],
};

/** Reads notes, path to text, into a library and an index. */
export function buildVault(
	notes: Readonly<Record<string, string>>,
	attack: AttackData = ATTACK,
): TechniqueVault {
	const library = createVaultLibrary(KNOWLEDGE);
	const index = createNoteIndex();
	for (const [path, text] of Object.entries(notes)) {
		const record = readNoteRecord(path, text, { ctime: 0, mtime: 0, size: text.length });
		index.put(record);
		library.put(record, text);
	}
	const resolver = createTechniqueResolver(attack);
	return { library, resolver, knowledge: KNOWLEDGE, attack, notes: index };
}

/** Front matter of these lines, and nothing else. */
export function note(...lines: readonly string[]): string {
	return ["---", ...lines, "---", ""].join("\n");
}

/** A technique's note. */
export function techniqueNote(id: string, name: string, ...more: readonly string[]): string {
	return note(`attack_id: ${id}`, `name: ${name}`, "tags: [techniques]", ...more);
}

/** A rule's note, titled by its id. */
export function ruleNote(id: string, vendor: string, techniques: string): string {
	return note(
		...[`rule_id: ${id}`, `title: ${id}`, `vendor: ${vendor}`],
		...[`techniques: [${techniques}]`, "tags: [detection_rule]"],
	);
}
