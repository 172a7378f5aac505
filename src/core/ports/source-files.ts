/** One file that a user gave, inside a folder or a zip or alone. */
export interface SourceFile {
	/** The argument as given, with the path inside it, forward slashes. */
	readonly file: string;
	/** The path inside the argument, starting with the argument's own last name. */
	readonly path: string;
	/** Bytes, as the host or the archive states it. */
	readonly size: number;
	/** When it was last changed, milliseconds since 1970; undefined where the host does not know. */
	readonly modified?: number | undefined;
	/** Reads it all; rejects where the host cannot. */
	read(): Promise<Uint8Array>;
}

/** What a user gave for one option, opened: a file, the files of a folder in path order, or a zip not yet taken apart. */
export interface SourceInput {
	/** The argument as given. */
	readonly argument: string;
	/** Finds the git commit that a folder stands at; undefined where the host cannot look. */
	readonly commit?: (() => Promise<string | undefined>) | undefined;
	/** Lists the files; a folder's are sorted by path in code-unit order. Hidden files and folders are left out. */
	list(): AsyncIterable<SourceFile>;
}
