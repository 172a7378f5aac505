import { comparable, Namesakes, shortestOf } from "./namesakes";
import { fileNameOf, folderOf } from "./paths";

/** Finds the note that a link means. */
export interface LinkResolver {
	add(path: string): void;
	remove(path: string): void;
	/** The path of the note that `target` means in the note at `source`; undefined where there is none. */
	resolve(target: string, source: string): string | undefined;
	/** Whether several notes have the name of that path. */
	isShared(path: string): boolean;
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
	/** Kept where a name is shared, because then each link would go through all that share it. */
	const shared = new Map<string, Namesakes>();
	const namesakesOf = (key: string): Namesakes => {
		const known = shared.get(key);
		if (known !== undefined) return known;
		const namesakes = new Namesakes(pathsOf(key));
		if (namesakes.paths.length > 1) shared.set(key, namesakes);
		return namesakes;
	};
	return {
		add(path) {
			const key = linkKey(path);
			shared.delete(key);
			const found = byName.get(key);
			if (found === undefined) byName.set(key, path);
			else if (!pathsOf(key).includes(path)) byName.set(key, [...pathsOf(key), path]);
		},
		remove(path) {
			const key = linkKey(path);
			shared.delete(key);
			const rest = pathsOf(key).filter((other) => other !== path);
			if (rest.length === 0) byName.delete(key);
			else byName.set(key, rest);
		},
		isShared: (path) => pathsOf(linkKey(path)).length > 1,
		resolve(target, source) {
			const path = pathOfTarget(target);
			if (path === "") return pathsOf(linkKey(source)).find((other) => other === source);
			const key = linkKey(path);
			return byName.has(key) ? choose(namesakesOf(key), key, path, source) : undefined;
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

function choose(
	namesakes: Namesakes,
	key: string,
	target: string,
	source: string,
): string | undefined {
	const folder = folderOf(source);
	if (!target.includes("/")) return chooseByName(namesakes, key, folder);
	if (/^\.\.?\//.test(target)) {
		return shortestOf(namesakes.at(comparable(resolveRelative(folder, target))));
	}
	const wanted = comparable(target.startsWith("/") ? target.slice(1) : target);
	const exact = namesakes.at(wanted);
	if (exact.length > 0 || target.startsWith("/")) return shortestOf(exact);
	const ending = namesakes.paths.filter((path) => comparable(path).endsWith(`/${wanted}`));
	return (
		shortestOf(ending.filter((path) => folderOf(path).startsWith(folder))) ?? shortestOf(ending)
	);
}

function chooseByName(namesakes: Namesakes, key: string, folder: string): string | undefined {
	if (namesakes.paths.length === 1) return namesakes.paths[0];
	const near = namesakes
		.at(comparable(`${folder}/${key}.md`))
		.filter((path) => folderOf(path) === folder);
	return shortestOf(namesakes.at(key)) ?? shortestOf(near) ?? namesakes.shortest();
}

function resolveRelative(folder: string, target: string): string {
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of target.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/");
}
