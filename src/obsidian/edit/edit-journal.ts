import type { PropertyChange } from "../../core/notes/front-matter/set-property";

/** One edit of a property in a cell. */
export interface JournalEntry<File> {
	/** The table it was made in. */
	readonly table: string;
	readonly file: File;
	/** What doing it last changed, or undoing it. */
	readonly change: PropertyChange;
	readonly isUndone: boolean;
}

/** The edits of all tables since the plugin was started, so that they can be undone and done again. */
export interface EditJournal<File> {
	/** Notes an edit; what was undone in its table before cannot be done again. Gives what names it from then on. */
	add(table: string, file: File, change: PropertyChange): number;
	entry(id: number): JournalEntry<File> | undefined;
	/** Notes that an edit was undone or done again, and what that changed. */
	turn(id: number, change: PropertyChange): void;
	/** Forgets an edit: the note is no longer as it left it. */
	drop(id: number): void;
	/** The edit to undo next, in one table or in any. */
	lastDone(table?: string): number | undefined;
	/** The edit to do again next, in one table or in any. */
	lastUndone(table?: string): number | undefined;
}

/** Edits kept; older ones cannot be undone. */
const KEPT = 200;

/** Gives a journal without entries. */
export function createEditJournal<File>(): EditJournal<File> {
	const entries = new Map<number, JournalEntry<File>>();
	/** Ids of what was undone, the last one last. */
	let undone: number[] = [];
	let next = 1;
	const isOf = (id: number, table: string | undefined): boolean =>
		table === undefined || entries.get(id)?.table === table;
	return {
		add(table, file, change) {
			for (const id of undone) if (isOf(id, table)) entries.delete(id);
			undone = undone.filter((id) => entries.has(id));
			const id = next++;
			entries.set(id, { table, file, change, isUndone: false });
			const [oldest] = entries.keys();
			if (entries.size > KEPT && oldest !== undefined) this.drop(oldest);
			return id;
		},
		entry: (id) => entries.get(id),
		turn(id, change) {
			const entry = entries.get(id);
			if (entry === undefined) return;
			entries.set(id, { ...entry, change, isUndone: !entry.isUndone });
			undone = entry.isUndone ? undone.filter((each) => each !== id) : [...undone, id];
		},
		drop(id) {
			entries.delete(id);
			undone = undone.filter((each) => each !== id);
		},
		lastDone: (table) =>
			[...entries].filter(([id, entry]) => !entry.isUndone && isOf(id, table)).at(-1)?.[0],
		lastUndone: (table) => undone.filter((id) => isOf(id, table)).at(-1),
	};
}
