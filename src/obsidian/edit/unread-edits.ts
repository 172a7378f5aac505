import type { CellProperty } from "../views/table/cell-edits";

/** What edits have made of properties in notes that the index has not read since. */
export interface UnreadEdits {
	/** Notes that a property is about to get a value. */
	begin(property: CellProperty, value: unknown): void;
	/** Notes what came of it: the property as it is now, null where the edit failed; `mtime` is the note's, in milliseconds. */
	end(property: CellProperty, now: CellProperty | null, mtime: number): void;
	/** The property as the edits left it; the one given where none did, or the index has read them. */
	latest(property: CellProperty): CellProperty;
	/** Whether the index has not read a note since it was edited. */
	has(note: string): boolean;
}

interface UnreadNote {
	/** When the note was last written by an edit. */
	mtime: number;
	/** By the key that they were found under. */
	readonly properties: Map<string, UnreadProperty>;
}

interface UnreadProperty {
	/** Edits that are being written. */
	open: number;
	property: CellProperty;
}

/** Gives a memory without edits; `readAt` gives the mtime of a note as the index has read it, undefined where it has not. */
export function createUnreadEdits(readAt: (note: string) => number | undefined): UnreadEdits {
	const notes = new Map<string, UnreadNote>();
	const find = (note: string): UnreadNote | undefined => {
		const unread = notes.get(note);
		if (unread === undefined) return undefined;
		const isRead = (readAt(note) ?? 0) >= unread.mtime;
		if (!isRead || [...unread.properties.values()].some(({ open }) => open > 0)) return unread;
		notes.delete(note);
		return undefined;
	};
	return {
		begin(property, value) {
			const { note, key } = property;
			const unread: UnreadNote = find(note) ?? { mtime: 0, properties: new Map() };
			const open = (unread.properties.get(key)?.open ?? 0) + 1;
			unread.properties.set(key, { open, property: { ...property, value } });
			notes.set(note, unread);
		},
		end({ note, key }, now, mtime) {
			const unread = notes.get(note);
			const edited = unread?.properties.get(key);
			if (unread === undefined || edited === undefined) return;
			edited.open--;
			if (now !== null) unread.mtime = Math.max(unread.mtime, mtime);
			if (edited.open > 0) return;
			if (now === null) unread.properties.delete(key);
			else edited.property = now;
		},
		latest: (property) => find(property.note)?.properties.get(property.key)?.property ?? property,
		has: (note) => find(note) !== undefined,
	};
}
