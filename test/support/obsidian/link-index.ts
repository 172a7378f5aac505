import type { TFile } from "obsidian";

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function resolveRelative(linkpath: string, sourcePath: string): string {
	const parts = folderOf(sourcePath).split("/").slice(0, -1);
	for (const part of linkpath.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/");
}

/** Files by their name, so that a link is looked up without walking the vault. */
export class LinkIndex {
	private readonly byName = new Map<string, Map<string, TFile>>();

	add(file: TFile): void {
		for (const name of namesOf(file.path)) {
			const files = this.byName.get(name) ?? new Map<string, TFile>();
			files.set(file.path, file);
			this.byName.set(name, files);
		}
	}

	remove(path: string): void {
		for (const name of namesOf(path)) this.byName.get(name)?.delete(path);
	}

	/** The file a link means: in the source's own folder first, else the shortest path. */
	find(linkpath: string, sourcePath: string): TFile | null {
		const isRelative = linkpath.startsWith("./") || linkpath.startsWith("../");
		const wanted = isRelative ? resolveRelative(linkpath, sourcePath) : linkpath;
		const target = wanted.replace(/^\//, "").toLowerCase();
		const isWhole = isRelative || linkpath.startsWith("/");
		const name = target.slice(target.lastIndexOf("/") + 1);
		const candidates = [...(this.byName.get(name)?.values() ?? [])].filter((file) => {
			const path = file.path.toLowerCase();
			return [path, path.replace(/\.md$/, "")].some(
				(form) => form === target || (!isWhole && form.endsWith(`/${target}`)),
			);
		});
		const beside = folderOf(sourcePath);
		const rank = (file: TFile): number =>
			file.path.toLowerCase().replace(/\.md$/, "") === target.replace(/\.md$/, "")
				? 0
				: folderOf(file.path) === beside
					? 1
					: 2;
		const order = (a: TFile, b: TFile): number =>
			rank(a) - rank(b) || a.path.length - b.path.length || compare(a.path, b.path);
		return candidates.sort(order)[0] ?? null;
	}
}

export function namesOf(path: string): string[] {
	const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	return name.endsWith(".md") ? [name, name.slice(0, -3)] : [name];
}
