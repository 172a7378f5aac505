/** Lists the folders above a path, the nearest first and "" last. */
export function* listFolders(path: string): Generator<string> {
	for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
		yield path.slice(0, at);
	yield "";
}

/** Puts a path below a folder, "" for none. */
export function joinFolder(folder: string, path: string): string {
	return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}

/** Gives the rest of a path below one of the folders above it. */
export function pathBelow(folder: string, path: string): string {
	return folder === "" ? path : path.slice(folder.length + 1);
}

/** Whether a folder is a path's own or one above it. */
export function isAbove(folder: string, path: string): boolean {
	return folder === "" || path.startsWith(`${folder}/`);
}

/** Gives the folder that all files lie in, "" where there is none. */
export function findRoot(paths: Iterable<string>): string {
	let root: string | undefined;
	for (const path of paths) {
		const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
		root ??= folder;
		while (root !== folder && !isAbove(root, folder))
			root = root.slice(0, Math.max(0, root.lastIndexOf("/")));
	}
	return root ?? "";
}

/** Gives the first folder of a path, "" for a file that lies in none. */
export function rootOf(path: string): string {
	return path.slice(0, Math.max(0, path.indexOf("/")));
}
