/** A note's name, without folders and extension. */
export function noteTitle(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
