import type { AlignedFolder } from "./align-folders";
import { findRoot, isAbove, joinFolder, listFolders, pathBelow } from "./folders";
import type { PlacedArgument } from "./place-rules";

/** A rule that the vault has and the import did not find. */
export interface MissingRule {
	readonly id: string;
	/** Where its file was known to lie. */
	readonly place: string;
	/** Whether an earlier import found it gone. */
	readonly isMarked: boolean;
	/** Whether another rule with its upstream id was found. */
	readonly hasTwin: boolean;
}

/** A missing rule that would lie in the argument, if it were there. */
interface Expected {
	readonly rule: MissingRule;
	readonly cover: AlignedFolder;
	/** The known folder that the argument begins with. */
	readonly top: string;
}

/** Of the rules that were known to lie in a folder, how many were found and how many are missing. */
interface Count {
	found: number;
	missing: number;
}

/** Rules that may be missing from any folder at once, and of more the share of a folder's rules, and of all that an argument should have. */
const FEW = 3;
const SHARE_OF_FOLDER = 1 / 6;
const SHARE_OF_ALL = 1 / 20;
/** The share of a small collection. */
const SHARE_OF_FEW = 1 / 4;

/**
 * Tells which missing rules an argument has no more: it was read where they lay, and their neighbours were found in it.
 *
 * In doubt a rule is not gone: where nothing in the argument is known to have lain beside it; where much of its folder, of one above it or
 * of all that lay there is missing, as in a selection or another edition; where the first folder on the way to it is missing, or its own
 * is and a larger one too, as where somebody left out what is of no use to them; where a file in its place, or one of its name anywhere in the argument, was not understood. Ids in the order of `missing`; work is linear in the
 * length of the paths.
 */
export function findGone(
	missing: readonly MissingRule[],
	{ argument, folders, former }: PlacedArgument,
): readonly string[] {
	if (missing.length === 0 || folders.size === 0) return [];
	const listed = listAllFolders(argument.files.keys());
	const covers = listCovers(folders.values(), findRoot(argument.files.keys()));
	const unclear = listUnclear(argument.files);
	const expected = missing.flatMap((rule): Expected[] => {
		const found = findCover(rule.place, covers);
		if (found === undefined || isUnclear(rule, found.cover, argument.files, unclear)) return [];
		return [{ rule, ...found }];
	});
	const counts = countFolders(expected, former);
	const isSelection = [...counts.values()].some(
		({ found, missing }) => found === 0 && missing > FEW,
	);
	return expected
		.filter(({ rule, cover, top }) => {
			const [first = "", ...rest] = pathBelow(top, rule.place).split("/");
			const way = joinFolder(cover.path, pathBelow(cover.known, joinFolder(top, first)));
			if (rest.length > 0 && !listed.has(way)) return false;
			if (rule.isMarked) return true;
			if (isSelection && isWholeFolder(rule.place, counts)) return false;
			return isCredible(rule.place, top, counts);
		})
		.map(({ rule }) => rule.id);
}

/** By the known folder that an argument begins with, what it is called there; where several are, what most files say. */
function listCovers(
	folders: Iterable<AlignedFolder>,
	root: string,
): ReadonlyMap<string, AlignedFolder> {
	const covers = new Map<string, AlignedFolder>();
	for (const folder of folders) {
		// Files alone tell little: those of a folder may have been copied into another one.
		const isRenamed = folder.path === root && folder.known !== "" && !folder.known.includes("/");
		if (!folder.hasFolder && !(isRenamed && root !== "")) continue;
		const isInside = isAbove(folder.path, root);
		const top = isInside ? joinFolder(folder.known, pathBelow(folder.path, root)) : folder.known;
		if ((covers.get(top)?.files ?? 0) < folder.files) covers.set(top, folder);
	}
	return covers;
}

function findCover(
	place: string,
	covers: ReadonlyMap<string, AlignedFolder>,
): Omit<Expected, "rule"> | undefined {
	let best: Omit<Expected, "rule"> | undefined;
	for (const folder of listFolders(place)) {
		const cover = covers.get(folder);
		if (cover === undefined || (best !== undefined && best.cover.files >= cover.files)) continue;
		const top = folder === "" ? place.slice(0, Math.max(0, place.indexOf("/"))) : folder;
		best = { cover, top };
	}
	return best?.top === "" ? undefined : best;
}

/** Files that were not understood, by path and by name. */
function listUnclear(files: ReadonlyMap<string, boolean>): ReadonlySet<string> {
	const unclear = new Set<string>();
	for (const [path, isClean] of files) {
		if (isClean) continue;
		unclear.add(path);
		unclear.add(markName(path));
	}
	return unclear;
}

/** No path begins with a slash. */
function markName(path: string): string {
	return `/${path.slice(path.lastIndexOf("/") + 1)}`;
}

/** Whether the rule may be in a file that was not understood, or below a folder that could not be read. */
function isUnclear(
	{ place, hasTwin }: MissingRule,
	{ path, known }: AlignedFolder,
	files: ReadonlyMap<string, boolean>,
	unclear: ReadonlySet<string>,
): boolean {
	const now = joinFolder(path, pathBelow(known, place));
	if (hasTwin && files.has(now)) return true;
	if (unclear.has(now) || unclear.has(markName(place))) return true;
	for (const folder of listFolders(now)) if (unclear.has(folder)) return true;
	return false;
}

function countFolders(
	expected: readonly Expected[],
	former: readonly string[],
): ReadonlyMap<string, Count> {
	const counts = new Map<string, Count>();
	const add = (place: string, key: keyof Count): void => {
		for (const folder of listFolders(place)) {
			const count = counts.get(folder);
			if (count !== undefined) count[key]++;
			else counts.set(folder, { found: 0, missing: 0, [key]: 1 });
		}
	};
	for (const place of former) add(place, "found");
	for (const { rule } of expected) if (!rule.isMarked) add(rule.place, "missing");
	return counts;
}

/** Whether nothing was found of all that lay in a file's folder. */
function isWholeFolder(place: string, counts: ReadonlyMap<string, Count>): boolean {
	const [folder = ""] = listFolders(place);
	return (counts.get(folder)?.found ?? 0) === 0;
}

/** Whether enough of what lay in each folder around a place was found. */
function isCredible(place: string, top: string, counts: ReadonlyMap<string, Count>): boolean {
	for (const folder of listFolders(place)) {
		const { found, missing } = counts.get(folder) ?? { found: 0, missing: 0 };
		const all = found + missing;
		const share = folder === top ? SHARE_OF_ALL : SHARE_OF_FOLDER;
		if (missing > Math.max(FEW, all * share)) return false;
		if (folder === top) return found >= FEW && missing <= all * SHARE_OF_FEW;
	}
	return false;
}

function listAllFolders(paths: Iterable<string>): ReadonlySet<string> {
	const folders = new Set<string>();
	for (const path of paths) for (const folder of listFolders(path)) folders.add(folder);
	return folders;
}
