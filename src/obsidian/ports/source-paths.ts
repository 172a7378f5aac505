/** Whether a file or one of its folders below the chosen one is hidden; the chosen one itself may be. */
export function isHiddenPath(path: string): boolean {
	return path.split("/").some((part, depth) => depth > 0 && part.startsWith("."));
}
