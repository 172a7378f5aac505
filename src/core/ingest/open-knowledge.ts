import type { AttackData } from "../attack/attack-data";
import type { TechniqueResolver } from "../attack/technique-resolver";
import { createTechniqueResolver } from "../attack/technique-resolver";
import type { RuleKnowledge } from "../library/rule-knowledge";
import { createRuleKnowledge } from "../library/rule-knowledge";
import type { Problem } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import { hashText } from "../notes/bases/hash-text";
import type { NoteStore } from "../ports/notes";
import { readVaultAttackData, readVaultRuleContexts } from "./vault-data";
import { fieldNotePath, readVaultFieldRows } from "./vault-fields";

/** What a vault's rules and technique ids are understood with. */
export interface VaultKnowledge {
	readonly rules: RuleKnowledge;
	readonly attack: AttackData;
	readonly resolver: TechniqueResolver;
	/** The same text for the same macros, lists and field rows: what rules were understood with holds while it is the same. */
	readonly fingerprint: string;
	/** What is wrong with the person's field rows or the kept data. */
	readonly problems: readonly Problem[];
}

/** Whether a file of the vault is one that `openKnowledge` reads. */
export function isKnowledgePath(folders: FolderSettings, path: string): boolean {
	return path.startsWith(`${folders.home}/data/`) || path === fieldNotePath(folders);
}

/**
 * Reads what earlier imports kept in the vault, and the person's own field rows; `breathe` is awaited between two pieces of work, where a
 * host may do something else.
 */
export async function openKnowledge(
	store: NoteStore,
	folders: FolderSettings,
	breathe: () => Promise<void> = () => Promise.resolve(),
): Promise<VaultKnowledge> {
	const { contexts, problems } = await readVaultRuleContexts(store, folders);
	const fields = await readVaultFieldRows(store, folders);
	await breathe();
	const attack = await readVaultAttackData(store, folders);
	await breathe();
	const rules = createRuleKnowledge(contexts, fields.rows);
	await breathe();
	return {
		rules,
		attack: attack.data,
		resolver: createTechniqueResolver(attack.data),
		fingerprint: hashText(JSON.stringify([contexts, fields.rows])),
		problems: [...attack.problems, ...problems, ...fields.problems],
	};
}
