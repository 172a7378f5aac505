import { addToGroup } from "../../text/add-to-group";
import { compareCodeUnits } from "../../text/compare";
import { joinFolder, listFolders, pathBelow, rootOf } from "./folders";

/** A rule's file. */
export interface PlacedFile {
	/** Its path in the argument that was read now. */
	readonly path: string;
	/** Where it is known to have lain; undefined where the rule is new. */
	readonly known?: string | undefined;
}

/** A folder of an argument that is known under another name, or under its own. */
export interface AlignedFolder {
	readonly path: string;
	readonly known: string;
	/** How many files say so. */
	readonly files: number;
	/** The first folders of these files' places. */
	readonly roots: ReadonlySet<string>;
	/** Whether one of them lies in a folder inside it, by the same name before and now. */
	readonly hasFolder: boolean;
}

/** What a file says: that a folder is known under a name. */
interface Vote {
	readonly folder: string;
	readonly known: string;
	readonly file: PlacedFile;
}

/** The share of a folder's files that must agree: a few copies of rules do not make a repository another one, nor a part the whole. */
const SHARE = 1 / 2;

/**
 * Finds out under which names an argument's folders are known: a repository is called otherwise each month, and comes as a folder, as a
 * zip, or in part.
 *
 * What a file's path now and its known place have in common at their ends stays, and what stands before is the folder. The files in a
 * folder decide, by more than half of those that are known, and half of all; those in a folder inside it that is decided already have no
 * say. What moved from one of these folders to another is no other name. Once files are known where this puts them, the same files give the
 * same answer. By path; work is linear in the length of all paths.
 */
export function alignFolders(files: readonly PlacedFile[]): ReadonlyMap<string, AlignedFolder> {
	const votes = files.map(castVote).filter((vote) => vote !== undefined);
	const groups = new Map<string, Vote[]>();
	for (const vote of votes) addToGroup(groups, vote.folder, vote);
	const inside = new Map([...groups.keys()].map((folder): [string, PlacedFile[]] => [folder, []]));
	for (const file of groups.size === 0 ? [] : files)
		for (const folder of listFolders(file.path)) inside.get(folder)?.push(file);
	const settled = new Set<PlacedFile>();
	const aligned = new Map<string, AlignedFolder>();
	const deepest = [...inside].sort(([a], [b]) => b.length - a.length || compareCodeUnits(a, b));
	for (const [folder, all] of deepest) {
		const open = all.filter((file) => !settled.has(file));
		const own = (groups.get(folder) ?? []).filter(({ file }) => !settled.has(file));
		const winners = listWinners(own, open);
		const [first] = winners;
		if (first === undefined) continue;
		aligned.set(folder, describeFolder(folder, first.known, winners));
		for (const file of open) settled.add(file);
	}
	return new Map([...aligned].filter(([, folder]) => !isMove(folder, aligned)));
}

/** The votes for the name that has enough of them among a folder's files; none where no name has. */
function listWinners(votes: readonly Vote[], files: readonly PlacedFile[]): readonly Vote[] {
	const groups = new Map<string, Vote[]>();
	for (const vote of votes) addToGroup(groups, vote.known, vote);
	const known = files.filter((file) => file.known !== undefined);
	const isEnough = ({ length }: readonly Vote[]): boolean =>
		2 * length > known.length && length >= SHARE * files.length;
	return [...groups.values()].find(isEnough) ?? [];
}

function describeFolder(path: string, known: string, votes: readonly Vote[]): AlignedFolder {
	return {
		...{ path, known, files: votes.length },
		roots: new Set(votes.map(({ file }) => rootOf(file.known ?? ""))),
		hasFolder: votes.some(({ file }) => pathBelow(path, file.path).includes("/")),
	};
}

/** Whether files only moved into a folder, out of the same collection as those around it. */
function isMove(
	{ path, roots }: AlignedFolder,
	aligned: ReadonlyMap<string, AlignedFolder>,
): boolean {
	for (const folder of path === "" ? [] : listFolders(path)) {
		const wider = aligned.get(folder);
		if (wider !== undefined) return [...roots].some((root) => wider.roots.has(root));
	}
	return false;
}

/** Gives the known name of a path, by the nearest folder above it that has one; undefined where none has. */
export function nameKnown(
	path: string,
	aligned: ReadonlyMap<string, AlignedFolder>,
): string | undefined {
	for (const folder of listFolders(path)) {
		const known = aligned.get(folder)?.known;
		if (known !== undefined) return joinFolder(known, pathBelow(folder, path));
	}
	return undefined;
}

/** A file that was renamed says nothing. */
function castVote(file: PlacedFile): Vote | undefined {
	const { path, known } = file;
	if (known === undefined) return undefined;
	if (known === path) return { folder: "", known: "", file };
	let length = 0;
	while (length < path.length && path.at(-1 - length) === known.at(-1 - length)) length++;
	const isFolder = (text: string): boolean =>
		text.length === length || text.at(-1 - length) === "/";
	if (!isFolder(known) || !isFolder(path)) {
		const cut = path.indexOf("/", path.length - length);
		if (cut === -1) return undefined;
		length = path.length - cut - 1;
	}
	const folderOf = (text: string): string => text.slice(0, Math.max(0, text.length - length - 1));
	return { folder: folderOf(path), known: folderOf(known), file };
}
