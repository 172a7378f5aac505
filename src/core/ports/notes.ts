/** A file of the vault as its store lists it. */
export interface NoteEntry {
	/** Relative to the vault, with forward slashes. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
	/** Milliseconds since 1970, equal to `modified` where the host does not know. */
	readonly created: number;
}

/** The vault, as the core needs it. Every path is relative to the vault and uses forward slashes. */
export interface NoteStore {
	/** Every Markdown note outside hidden folders, sorted by path in code-unit order. */
	listNotes(): Promise<readonly NoteEntry[]>;
	/** The text of a note; undefined where there is none or it is not UTF-8 text. */
	readNote(path: string): Promise<string | undefined>;
	/**
	 * Replaces a note's text, or makes the note with its folders; a reader sees the old text or the new, never a part.
	 *
	 * Where `expected` is given, the write is refused if the note's text is no longer that (undefined: the note must not
	 * exist). Gives false where it was refused; throws only where the host cannot write.
	 */
	writeNote(path: string, text: string, expected: string | undefined): Promise<boolean>;
	/**
	 * Takes a note away, to where the person can find it again if the host has such a place.
	 *
	 * Gives false, and leaves it, where its text is not `expected`; throws only where the host cannot.
	 */
	trashNote(path: string, expected: string): Promise<boolean>;
	/** Bytes of any file of the vault (merge bases, data); undefined where there is none. */
	readData(path: string): Promise<Uint8Array | undefined>;
	/** Replaces such a file as a whole, making its folders. */
	writeData(path: string, bytes: Uint8Array): Promise<void>;
	/** Renames such a file over another; nothing happens where the source does not exist. */
	renameData(from: string, to: string): Promise<void>;
	/** Removes such a file; nothing happens where it does not exist. */
	removeData(path: string): Promise<void>;
}
