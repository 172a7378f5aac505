import { addToGroup } from "../../text/add-to-group";
import type { AlignedFolder } from "./align-folders";
import { alignFolders, nameKnown } from "./align-folders";
import type { ReadArgument, RulePath } from "./argument-files";
import { joinFolder, pathBelow, rootOf } from "./folders";

/** A rule that was read, by the id under which the vault has it. */
export interface ReadRule extends RulePath {
	readonly id: string;
}

/** The rules of one argument and of one vendor, and the names that its folders are known by. */
export interface PlacedArgument {
	readonly argument: ReadArgument;
	readonly folders: ReadonlyMap<string, AlignedFolder>;
	/** By id. */
	readonly places: ReadonlyMap<string, string>;
	/** Where those lie that were known before. */
	readonly former: readonly string[];
}

/** How often names may change each other. */
const ROUNDS = 5;

/**
 * Names the places of one vendor's rules: a rule that was read before is where it was, whatever the folders around its file are called by
 * now, unless it lies elsewhere among the others.
 *
 * `known` gives the places that rules had, by id. Folders that no known rule lies in keep their names, with a number behind the first one
 * where others are known by it. In the order of `given`. A place that is new may be what another one is told by, so the names are settled
 * until they give themselves again: what was read twice in the same state is placed the same.
 */
export function placeRules(
	rules: readonly ReadRule[],
	known: ReadonlyMap<string, string>,
	given: readonly ReadArgument[],
): readonly PlacedArgument[] {
	const groups = new Map<ReadArgument, ReadRule[]>();
	for (const rule of rules) addToGroup(groups, rule.argument, rule);
	let placed = placeOnce(groups, known, given);
	if (known.size === 0) return placed;
	const settled = new Map(known);
	for (let round = 0; round < ROUNDS && settle(placed, settled); round++)
		placed = placeOnce(groups, settled, given);
	return placed;
}

/** Takes places over; false where they were the same. */
function settle(placed: readonly PlacedArgument[], settled: Map<string, string>): boolean {
	let isChanged = false;
	for (const { places } of placed) {
		for (const [id, place] of places) {
			if (settled.get(id) === place) continue;
			settled.set(id, place);
			isChanged = true;
		}
	}
	return isChanged;
}

function placeOnce(
	groups: ReadonlyMap<ReadArgument, readonly ReadRule[]>,
	known: ReadonlyMap<string, string>,
	given: readonly ReadArgument[],
): readonly PlacedArgument[] {
	const roots = new Map<string, number>();
	for (const place of known.values()) count(roots, rootOf(place), 1);
	return given.flatMap((argument) => {
		const own = groups.get(argument);
		return own === undefined ? [] : [placeArgument(argument, own, known, roots)];
	});
}

function placeArgument(
	argument: ReadArgument,
	rules: readonly ReadRule[],
	known: ReadonlyMap<string, string>,
	roots: Map<string, number>,
): PlacedArgument {
	const files = rules.map(({ id, path }) => ({ path, known: known.get(id) }));
	const folders = alignFolders(files);
	const former = files.map((file) => file.known).filter((place) => place !== undefined);
	// A name is free where only these rules are known by it.
	for (const place of former) count(roots, rootOf(place), -1);
	const renamed = new Map<string, string>();
	const places = new Map<string, string>();
	for (const { id, path } of rules) {
		const root = rootOf(path);
		let place = folders.size === 0 ? undefined : nameKnown(path, folders);
		if (place === undefined && root !== "") {
			const free = renamed.get(root) ?? findFree(root, roots);
			renamed.set(root, free);
			place = free === root ? path : joinFolder(free, pathBelow(root, path));
		}
		places.set(id, place ?? path);
	}
	for (const place of places.values()) count(roots, rootOf(place), 1);
	return { argument, folders, places, former };
}

function count(roots: Map<string, number>, root: string, more: number): void {
	roots.set(root, (roots.get(root) ?? 0) + more);
}

function findFree(root: string, taken: ReadonlyMap<string, number>): string {
	const isFree = (name: string): boolean => (taken.get(name) ?? 0) === 0;
	if (isFree(root)) return root;
	for (let number = 2; ; number++) if (isFree(`${root} ${number}`)) return `${root} ${number}`;
}
