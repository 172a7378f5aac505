/** Gives the part of a path behind its last `/`. */
export function fileNameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Gives a note's name: the file name without `.md`. */
export function noteName(path: string): string {
	const name = fileNameOf(path);
	return name.endsWith(".md") ? name.slice(0, -3) : name;
}

/** Gives the folder of a path, empty at the top of the vault. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Gives what follows the last dot of a path, empty where it has none. */
export function extensionOf(path: string): string {
	return path.includes(".") ? path.slice(path.lastIndexOf(".") + 1) : "";
}

/** Compares two paths by UTF-16 code units. */
export function comparePaths(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
