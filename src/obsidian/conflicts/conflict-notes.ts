import type { App, CachedMetadata } from "obsidian";
import { Component, TFile } from "obsidian";
import { UPSTREAM_HEADING } from "../../core/notes/merge/upstream-section";
import { createListeners } from "../listeners";
import { createSlicer, nextTask } from "../ports/slices";

/** Whether a note has a section that tells of conflicts; its headings say so, so the note is not read. */
export function tellsConflicts(cache: CachedMetadata | null): boolean {
	const headings = cache?.headings ?? [];
	return headings.some(({ heading, level }) => level === 2 && heading === UPSTREAM_HEADING);
}

/** Knows how many notes tell of conflicts, and follows every change of the vault. */
export class ConflictNotes extends Component {
	readonly #app: App;
	readonly #paths = new Set<string>();
	readonly #listeners = createListeners();
	#isOver = false;

	constructor(app: App) {
		super();
		this.#app = app;
	}

	/** Notes with conflicts. */
	get count(): number {
		return this.#paths.size;
	}

	/** Tells of every change of the count; gives what ends that. */
	onChange(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	override onload(): void {
		const { metadataCache, vault, workspace } = this.#app;
		this.registerEvent(metadataCache.on("changed", (file, _, cache) => this.#note(file, cache)));
		this.registerEvent(vault.on("delete", ({ path }) => this.#set(path, false)));
		this.registerEvent(
			vault.on("rename", (file, before) => {
				this.#set(before, false);
				if (file instanceof TFile) this.#note(file, metadataCache.getFileCache(file));
			}),
		);
		workspace.onLayoutReady(() => void this.#look());
	}

	override onunload(): void {
		this.#isOver = true;
	}

	async #look(): Promise<void> {
		// Obsidian starts all plugins in a row: this one does not hold up the others.
		await nextTask();
		const slicer = createSlicer();
		for (const file of this.#app.vault.getMarkdownFiles()) {
			await slicer.breathe();
			if (this.#isOver) return;
			this.#note(file, this.#app.metadataCache.getFileCache(file));
		}
	}

	#note(file: TFile, cache: CachedMetadata | null): void {
		this.#set(file.path, tellsConflicts(cache));
	}

	#set(path: string, tells: boolean): void {
		if (this.#paths.has(path) === tells) return;
		if (tells) this.#paths.add(path);
		else this.#paths.delete(path);
		this.#listeners.tell();
	}
}
