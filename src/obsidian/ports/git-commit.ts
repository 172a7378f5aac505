const COMMIT = /^[0-9a-f]{40}$/;
const REF = /^ref: (refs\/[^\0]+)$/;

/**
 * Finds the commit that a folder under git stands at, undefined where it is none.
 *
 * `read` gives the text of a file below the folder, undefined where there is none.
 */
export async function findGitCommit(
	read: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
	const head = (await read(".git/HEAD"))?.trim() ?? "";
	if (COMMIT.test(head)) return head;
	const ref = REF.exec(head)?.[1];
	if (ref === undefined || ref.includes("..")) return undefined;
	const loose = (await read(`.git/${ref}`))?.trim() ?? "";
	if (COMMIT.test(loose)) return loose;
	const packed = (await read(".git/packed-refs")) ?? "";
	const line = packed.split("\n").find((each) => each.trim().endsWith(` ${ref}`));
	const commit = line?.slice(0, 40) ?? "";
	return COMMIT.test(commit) ? commit : undefined;
}
