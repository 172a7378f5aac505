/** Gives a path as the least exact file system compares it: without case, in Unicode NFC. */
export function foldPath(path: string): string {
	// ASCII is in normal form already.
	return (/\P{ASCII}/u.test(path) ? path.normalize("NFC") : path).toLowerCase();
}
