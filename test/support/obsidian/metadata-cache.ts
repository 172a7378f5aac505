import type { CachedMetadata } from "obsidian";
import { MetadataCache, TFile } from "obsidian-test-mocks/obsidian";
import { LinkIndex, namesOf } from "./link-index";
import { parseMetadata } from "./metadata-parser";
import { patch } from "./patch";

interface CacheSelf {
	app__: { vault: VaultPart };
	cache__: Map<string, CachedMetadata>;
	resolvedLinks: Record<string, Record<string, number>>;
	unresolvedLinks: Record<string, Record<string, number>>;
	linkIndex__: LinkIndex;
	/** Notes to be read, and notes whose links are to be followed again. */
	unread__: Map<string, TFile>;
	stale__: Set<string>;
	/** Notes by the name of a file that they link to and that is not there. */
	waiting__: Map<string, Set<string>>;
	timer__: ReturnType<typeof setTimeout> | null;
	parseFileMetadata(file: unknown): void;
	trigger(name: string, ...data: unknown[]): void;
}

interface VaultPart {
	adapter: { readSync__(path: string): string };
	getFiles(): TFile[];
	on(name: string, callback: (...data: never[]) => void): unknown;
}

const isNote = (file: unknown): file is TFile => file instanceof TFile && file.extension === "md";

function addFile(cache: CacheSelf, file: TFile): void {
	cache.linkIndex__.add(file as never);
	for (const name of namesOf(file.path)) {
		for (const path of cache.waiting__.get(name) ?? []) cache.stale__.add(path);
		cache.waiting__.delete(name);
	}
}

function removeFile(cache: CacheSelf, path: string): void {
	cache.linkIndex__.remove(path);
	cache.unread__.delete(path);
	cache.stale__.delete(path);
	cache.cache__.delete(path);
	Reflect.deleteProperty(cache.resolvedLinks, path);
	Reflect.deleteProperty(cache.unresolvedLinks, path);
}

function parseFile(cache: CacheSelf, file: TFile): { content: string; metadata: CachedMetadata } {
	const content = cache.app__.vault.adapter.readSync__(file.path);
	const metadata = parseMetadata(content);
	cache.cache__.set(file.path, metadata);
	return { content, metadata };
}

function followLinks(cache: CacheSelf, path: string): void {
	const resolved = new Map<string, number>();
	const unresolved = new Map<string, number>();
	const { links = [], embeds = [], frontmatterLinks = [] } = cache.cache__.get(path) ?? {};
	for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
		const linkpath = link.replace(/#.*$/, "");
		if (linkpath === "") continue;
		const target = cache.linkIndex__.find(linkpath, path);
		if (target !== null) {
			resolved.set(target.path, (resolved.get(target.path) ?? 0) + 1);
			continue;
		}
		unresolved.set(linkpath, (unresolved.get(linkpath) ?? 0) + 1);
		const name = linkpath.slice(linkpath.lastIndexOf("/") + 1).toLowerCase();
		cache.waiting__.set(name, (cache.waiting__.get(name) ?? new Set()).add(path));
	}
	cache.resolvedLinks[path] = Object.fromEntries(resolved);
	cache.unresolvedLinks[path] = Object.fromEntries(unresolved);
}

function flush(cache: CacheSelf): void {
	const files = [...cache.unread__.values()];
	cache.unread__.clear();
	for (const file of files) {
		const { content, metadata } = parseFile(cache, file);
		cache.stale__.add(file.path);
		cache.trigger("changed", file, content, metadata);
	}
	const stale = [...cache.stale__];
	cache.stale__.clear();
	for (const path of stale) followLinks(cache, path);
	for (const file of files) cache.trigger("resolve", file);
	cache.trigger("resolved");
}

function schedule(cache: CacheSelf): void {
	cache.timer__ ??= setTimeout(() => {
		cache.timer__ = null;
		flush(cache);
	});
}

function followVault(cache: CacheSelf, vault: VaultPart): void {
	vault.on("delete", (file: TFile) => {
		if (!(file instanceof TFile)) return;
		const before = cache.cache__.get(file.path) ?? null;
		for (const [path, links] of Object.entries(cache.resolvedLinks)) {
			if (file.path in links) cache.stale__.add(path);
		}
		removeFile(cache, file.path);
		cache.trigger("deleted", file, before);
		schedule(cache);
	});
	vault.on("rename", (file: TFile, oldPath: string) => {
		if (!(file instanceof TFile)) return;
		const before = cache.cache__.get(oldPath);
		for (const [path, links] of Object.entries(cache.resolvedLinks)) {
			if (oldPath in links) cache.stale__.add(path);
		}
		removeFile(cache, oldPath);
		addFile(cache, file);
		if (before !== undefined) {
			cache.cache__.set(file.path, before);
			cache.stale__.add(file.path);
		}
		schedule(cache);
	});
}

/**
 * Makes the cache answer as Obsidian's does: a moment after the write, with `changed`, `resolve`,
 * `resolved` and `deleted`, without an exception for broken properties, and for links to notes
 * that come later.
 */
export function installMetadataCache(): void {
	patch<CacheSelf>(MetadataCache, {
		constructor2__(_app: unknown, vault: VaultPart) {
			this.linkIndex__ = new LinkIndex();
			this.unread__ = new Map();
			this.stale__ = new Set();
			this.waiting__ = new Map();
			this.timer__ = null;
			followVault(this, vault);
		},
		parseFileMetadata(file: unknown) {
			if (!(file instanceof TFile)) return;
			addFile(this, file);
			if (isNote(file)) this.unread__.set(file.path, file);
			schedule(this);
		},
		getFirstLinkpathDest(linkpath: string, sourcePath: string) {
			return this.linkIndex__.find(linkpath, sourcePath);
		},
	});
}

/** Whether notes are waiting to be read. */
export function hasPendingMetadata(metadataCache: object): boolean {
	return (metadataCache as CacheSelf).timer__ !== null;
}

/** Reads the notes of a vault that is being opened: no event but `resolved` tells of them. */
export function loadMetadata(metadataCache: object): void {
	const cache = metadataCache as CacheSelf;
	if (cache.timer__ !== null) clearTimeout(cache.timer__);
	cache.timer__ = null;
	cache.unread__.clear();
	cache.stale__.clear();
	const notes = cache.app__.vault.getFiles().filter(isNote);
	for (const file of notes) parseFile(cache, file);
	for (const file of notes) followLinks(cache, file.path);
}
