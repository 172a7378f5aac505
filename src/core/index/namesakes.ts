import { addToGroup } from "../text/add-to-group";
import { comparePaths } from "./paths";

/** From so many on, paths are looked up instead of gone through. */
const CROWD = 8;

/** The notes that share a name, such as each folder's `README.md`. */
export class Namesakes {
	readonly paths: readonly string[];
	#byPath: Map<string, string[]> | undefined;
	#shortest: string | undefined;

	constructor(paths: readonly string[]) {
		this.paths = paths;
	}

	/** Those with that path, as `comparable` gives it. */
	at(wanted: string): readonly string[] {
		if (this.paths.length < CROWD) return this.paths.filter((path) => comparable(path) === wanted);
		this.#byPath ??= groupByPath(this.paths);
		return this.#byPath.get(wanted) ?? [];
	}

	/** What a link by name alone means where none is near. */
	shortest(): string | undefined {
		return (this.#shortest ??= shortestOf(this.paths));
	}
}

/** Gives what paths have in common that a link finds the same: lower case, composed, without `.md`. */
export function comparable(path: string): string {
	const lower = path.toLowerCase();
	const bare = lower.endsWith(".md") ? lower.slice(0, -3) : lower;
	return /[^\0-\x7f]/.test(bare) ? bare.normalize("NFC") : bare;
}

/** The shortest path; of equally long ones the first in code-unit order. */
export function shortestOf(paths: readonly string[]): string | undefined {
	let found = paths[0];
	for (const path of paths) {
		if (found === undefined || path.length < found.length) found = path;
		else if (path.length === found.length && comparePaths(path, found) < 0) found = path;
	}
	return found;
}

function groupByPath(paths: readonly string[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const path of paths) addToGroup(groups, comparable(path), path);
	return groups;
}
