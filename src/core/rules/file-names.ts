/** Gives the last part of a path with forward slashes. */
export function fileNameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Gives the file name without its extension. */
export function fileStem(path: string): string {
	const name = fileNameOf(path);
	const dot = name.lastIndexOf(".");
	return dot > 0 ? name.slice(0, dot) : name;
}

/** Gives the extension in lower case without its dot, "" where there is none. */
export function fileExtension(path: string): string {
	const name = fileNameOf(path);
	const dot = name.lastIndexOf(".");
	return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}
