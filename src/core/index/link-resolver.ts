import { comparePaths, fileNameOf, folderOf } from "./paths";

/** Finds the note that a link means. */
export interface LinkResolver {
	add(path: string): void;
	remove(path: string): void;
	/** The path of the note that `target` means in the note at `source`; undefined where there is none. */
	resolve(target: string, source: string): string | undefined;
}

/**
 * Gives a resolver that follows Obsidian: case does not matter, `.md` may be left out, a full path wins, then the note in the same
 * folder, then the shortest path; `./` and `../` start from the note's folder.
 */
export function createLinkResolver(): LinkResolver {
	/** Names are hardly ever shared, so one path needs no list. */
	const byName = new Map<string, string | readonly string[]>();
	const pathsOf = (key: string): readonly string[] => {
		const found = byName.get(key);
		return found === undefined ? [] : typeof found === "string" ? [found] : found;
	};
	return {
		add(path) {
			const key = linkKey(path);
			const found = byName.get(key);
			if (found === undefined) byName.set(key, path);
			else if (!pathsOf(key).includes(path)) byName.set(key, [...pathsOf(key), path]);
		},
		remove(path) {
			const key = linkKey(path);
			const rest = pathsOf(key).filter((other) => other !== path);
			if (rest.length === 0) byName.delete(key);
			else byName.set(key, rest);
		},
		resolve(target, source) {
			const path = pathOfTarget(target);
			if (path === "") return pathsOf(linkKey(source)).find((other) => other === source);
			const paths = pathsOf(linkKey(path));
			return paths.length === 0 ? undefined : choose(paths, path, source);
		},
	};
}

/** Gives the name under which a path, or the target of a link, is looked up: its last part in lower case without `.md`. */
export function linkKey(path: string): string {
	return comparable(fileNameOf(path));
}

/** Gives the path in a link's target: what stands before `#`. */
export function pathOfTarget(target: string): string {
	const hash = target.indexOf("#");
	return (hash === -1 ? target : target.slice(0, hash)).trim();
}

function comparable(path: string): string {
	const lower = path.toLowerCase();
	const bare = lower.endsWith(".md") ? lower.slice(0, -3) : lower;
	return /[^\0-\x7f]/.test(bare) ? bare.normalize("NFC") : bare;
}

function choose(paths: readonly string[], target: string, source: string): string | undefined {
	const folder = folderOf(source);
	if (!target.includes("/")) {
		const atTop = paths.filter((path) => !path.includes("/"));
		const near = paths.filter((path) => folderOf(path) === folder);
		return best(atTop) ?? best(near) ?? best(paths);
	}
	if (/^\.\.?\//.test(target)) {
		const wanted = comparable(resolveRelative(folder, target));
		return best(paths.filter((path) => comparable(path) === wanted));
	}
	const wanted = comparable(target.startsWith("/") ? target.slice(1) : target);
	const exact = paths.filter((path) => comparable(path) === wanted);
	if (exact.length > 0 || target.startsWith("/")) return best(exact);
	const ending = paths.filter((path) => comparable(path).endsWith(`/${wanted}`));
	return best(ending.filter((path) => folderOf(path).startsWith(folder))) ?? best(ending);
}

/** The shortest path; of equally long ones the first in code-unit order. */
function best(paths: readonly string[]): string | undefined {
	let found = paths[0];
	for (const path of paths) {
		if (found === undefined || path.length < found.length) found = path;
		else if (path.length === found.length && comparePaths(path, found) < 0) found = path;
	}
	return found;
}

function resolveRelative(folder: string, target: string): string {
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of target.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/");
}
