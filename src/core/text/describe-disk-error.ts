/** What the codes of a file system's errors mean, in words that end a sentence about a file. POSIX.1-2017, errno.h. */
const MEANINGS: ReadonlyMap<unknown, string> = new Map([
	["ENOSPC", "the disk is full"],
	["EDQUOT", "the disk has no more space for this user"],
	["EROFS", "the disk is read-only"],
	["EACCES", "permission is refused"],
	["EPERM", "permission is refused"],
	["EBUSY", "another program has it open"],
	["ETXTBSY", "another program has it open"],
	["ENAMETOOLONG", "the name is too long for this disk"],
	["EISDIR", "there is a folder of that name"],
	["ENOTDIR", "a part of its path is no folder"],
	["EMFILE", "too many files are open"],
	["ENFILE", "too many files are open"],
	["EIO", "the disk reports a fault"],
	["ENOENT", "it is not there any more"],
	["ELOOP", "its links lead in a circle"],
]);

/**
 * Says why a file could not be read or written, without the name of a system call; the error's own message where its code says nothing
 * that is known, and `otherwise` where it is no error at all.
 */
export function describeDiskError(error: unknown, otherwise: string): string {
	if (!(error instanceof Error)) return otherwise;
	const code = "code" in error ? error.code : /^(E[A-Z]+): /.exec(error.message)?.[1];
	return MEANINGS.get(code) ?? error.message;
}
