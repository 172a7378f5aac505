import type { NoteKind } from "../model/note";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { PathChoice } from "./choose-paths";
import { baseNameOf, keyOf } from "./choose-paths";
import type { VaultState } from "./scan-vault";

/**
 * Gives link targets of notes that are planned, and of notes that the vault has and this import says nothing of; `homeOf` gives the technique in
 * whose runbook a technique's tests stand.
 */
export function createLinker({
	paths,
	vault,
	homeOf,
}: {
	readonly paths: PathChoice;
	readonly vault: VaultState;
	readonly homeOf: (technique: string) => string;
}): (kind: NoteKind, id: string) => string | undefined {
	const find = (kind: NoteKind, asked: string): string | undefined => {
		const id = kind === "runbook" ? homeOf(normaliseTechniqueId(asked) ?? asked) : asked;
		const path = paths.pathOf(kind, id) ?? vault.notes.get(keyOf(kind, id))?.path;
		if (path === undefined) return undefined;
		return paths.isUnique(path) ? baseNameOf(path) : path.replace(/\.md$/, "");
	};
	// Thousands of notes link to the same few hundred techniques.
	const targets: Readonly<Record<NoteKind, Map<string, string | undefined>>> = {
		technique: new Map(),
		rule: new Map(),
		runbook: new Map(),
	};
	return (kind, id) => {
		const known = targets[kind];
		const target = known.get(id);
		if (target !== undefined || known.has(id)) return target;
		const found = find(kind, id);
		known.set(id, found);
		return found;
	};
}
