/** Code-unit order. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a file or one of its folders below the chosen one is hidden; the chosen one itself may be. */
export function isHiddenPath(path: string): boolean {
	return path.split("/").some((part, depth) => depth > 0 && part.startsWith("."));
}
