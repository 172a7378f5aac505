import { Component, debounce } from "obsidian";
import type { App, TAbstractFile, TFile } from "obsidian";
import type { NoteFile, VaultIndex } from "../../core/index/vault-index";
import { createVaultIndex } from "../../core/index/vault-index";
import type { VaultKnowledge } from "../../core/ingest/open-knowledge";
import type { PanelSources } from "../../core/panels/technique-panel";
import { compareCodeUnits } from "../../core/text/compare";
import { createSlicer } from "../ports/slices";
import { createChangeQueue } from "./change-queue";
import { LibraryKeeper } from "./library-keeper";
import { readNotes } from "./read-notes";
import { createSnapshotParts, PARTS } from "./snapshot-parts";
import { NO_SNAPSHOT } from "./snapshot-store";
import type { SnapshotStore } from "./snapshot-store";
import { watchVault } from "./watch-vault";

/** How far the index is. */
export interface IndexState {
	readonly phase: "waiting" | "indexing" | "ready" | "failed";
	readonly done: number;
	readonly total: number;
	/** Why it failed, "" in every other phase. */
	readonly reason: string;
}

/** Milliseconds after the last change until the index is kept for the next start. */
const SAVE_AFTER = 5000;
/** Milliseconds after the last change of the knowledge until it is read: an import writes its files one after the other. */
const SETTLE_AFTER = 500;
/** Notes between two reports of how far the index is. */
const REPORT_EVERY = 100;

/** What the indexer is given by the plugin. */
export interface IndexerParts {
	/** Opens what an earlier start kept. */
	readonly openStore: () => Promise<SnapshotStore>;
	/** Reads what rules are understood with, as the vault has it now. */
	readonly openKnowledge: () => Promise<VaultKnowledge>;
	/** Whether a file of the vault is read by `openKnowledge`. */
	readonly isKnowledge: (path: string) => boolean;
}

/** Keeps the index over the open vault: builds it in slices, keeps it between starts, follows every change. */
export class VaultIndexer extends Component {
	readonly #app: App;
	readonly #given: IndexerParts;
	readonly #listeners = new Set<() => void>();
	readonly #stateListeners = new Set<() => void>();
	readonly #queue = createChangeQueue(window, () => this.#schedule(() => this.#takeChanges()));
	readonly #slicer = createSlicer();
	#index = createVaultIndex();
	#keeper: LibraryKeeper | undefined;
	#parts = createSnapshotParts();
	#store: SnapshotStore = NO_SNAPSHOT;
	#state: IndexState = { phase: "waiting", done: 0, total: 0, reason: "" };
	#saving: number | undefined;
	#work: Promise<void> = Promise.resolve();
	#generation = 0;
	#stopped = false;

	constructor(app: App, parts: IndexerParts) {
		super();
		this.#app = app;
		this.#given = parts;
	}

	override onload(): void {
		this.#app.workspace.onLayoutReady(() => {
			if (this.#stopped) return;
			const known = (): string[] => this.#index.notes().map(({ path }) => path);
			for (const event of watchVault(this.#app, this.#queue, known)) this.registerEvent(event);
			this.#watchKnowledge();
			this.#schedule(() => this.#start());
		});
		this.registerEvent(
			this.#app.workspace.on("quit", (tasks) => {
				if (this.#parts.changed) tasks.addPromise(this.#save());
			}),
		);
	}

	override onunload(): void {
		this.#stopped = true;
		this.#queue.stop();
		window.clearTimeout(this.#saving);
		void this.#save().finally(() => this.#store.close());
	}

	/** How far the index is now. */
	get state(): IndexState {
		return this.#state;
	}

	/** Another number after every change of the notes. */
	get generation(): number {
		return this.#generation;
	}

	/** The index itself; complete once the state is `ready`. */
	get index(): VaultIndex {
		return this.#index;
	}

	/** What panels are worked out from; undefined until the first notes are read, complete once the state is `ready`. */
	get panelSources(): PanelSources | undefined {
		return this.#keeper?.sources;
	}

	/** Calls back after notes changed, until the result is called. */
	readonly onChange = (listener: () => void): (() => void) => subscribe(this.#listeners, listener);

	/** Calls back when the state changes, until the result is called. */
	readonly onState = (listener: () => void): (() => void) =>
		subscribe(this.#stateListeners, listener);

	/** Forgets everything and reads every note again; resolves with the state after that. */
	async rebuild(): Promise<IndexState> {
		this.#schedule(async () => {
			const files = this.#noteFiles();
			this.#setState(startOf(files));
			this.#index = createVaultIndex();
			this.#keeper = new LibraryKeeper(await this.#given.openKnowledge());
			this.#parts = createSnapshotParts();
			await this.#store.clear();
			await this.#readAll(files);
			this.#finish();
		});
		await this.#work;
		return this.#state;
	}

	/** Looks again at what rules are understood with; where that changed, every note is read again. */
	refreshKnowledge(): void {
		this.#schedule(async () => {
			const isNews = this.#keeper?.learn(await this.#given.openKnowledge()) ?? false;
			if (isNews) await this.#readAll(this.#noteFiles());
			this.#finish();
		});
	}

	/** One piece of work after the other: two at once would write over each other's results. */
	#schedule(work: () => Promise<void>): void {
		this.#work = this.#work.then(async () => {
			if (this.#stopped) return;
			try {
				await work();
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				this.#setState({ ...this.#state, phase: "failed", reason });
			}
		});
	}

	#watchKnowledge(): void {
		const refresh = debounce(() => this.refreshKnowledge(), SETTLE_AFTER, true);
		const look = (file: TAbstractFile): void => {
			if (this.#given.isKnowledge(file.path)) refresh();
		};
		const { vault } = this.#app;
		this.registerEvent(vault.on("create", look));
		this.registerEvent(vault.on("modify", look));
		this.registerEvent(vault.on("delete", look));
		this.register(() => refresh.cancel());
	}

	#noteFiles(): TFile[] {
		return this.#app.vault.getMarkdownFiles().sort((a, b) => compareCodeUnits(a.path, b.path));
	}

	async #start(): Promise<void> {
		const files = this.#noteFiles();
		this.#setState(startOf(files));
		this.#keeper = new LibraryKeeper(await this.#given.openKnowledge());
		this.#store = await this.#given.openStore();
		const missing = await this.#restore(files);
		await this.#readAll(files.filter((file) => missing.has(file.path)));
		this.#finish();
	}

	/** Takes over what was kept of notes that have not changed since; gives the paths of the others. */
	async #restore(files: readonly TFile[]): Promise<ReadonlySet<string>> {
		const inParts = new Map<number, NoteFile[]>();
		for (const { path, stat } of files) {
			const part = this.#parts.partOf(path);
			const file = { path, ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
			const inside = inParts.get(part);
			if (inside === undefined) inParts.set(part, [file]);
			else inside.push(file);
		}
		const missing = new Set(files.map(({ path }) => path));
		for await (const { part, text } of this.#store.load()) {
			await this.#slicer.breathe();
			const inside = inParts.get(part % PARTS) ?? [];
			if (part >= PARTS) {
				this.#restoreLibrary(text, inside, missing);
				continue;
			}
			const absent = new Set(this.#index.restore(text, inside));
			for (const { path } of inside) {
				if (absent.has(path)) continue;
				this.#parts.keep(path);
				missing.delete(path);
			}
			this.#setState({ ...this.#state, done: this.#index.size });
		}
		return missing;
	}

	/** The library's parts come after those of the index, so `missing` tells which of the notes are as they were. */
	#restoreLibrary(text: string, inside: readonly NoteFile[], missing: Set<string>): void {
		const isKept = this.#keeper?.restore(text, (path) => !missing.has(path)) ?? false;
		if (!isKept) for (const { path } of inside) missing.add(path);
	}

	async #readAll(files: readonly TFile[]): Promise<void> {
		for await (const { file, text } of readNotes(this.#app, files)) {
			if (this.#stopped) return;
			if (text === undefined) this.#drop(file.path);
			else this.#read(file, text);
			await this.#slicer.breathe();
			this.#report();
		}
	}

	#read(file: TFile, text: string): void {
		const { ctime, mtime, size } = file.stat;
		this.#index.put(file.path, text, { ctime, mtime, size });
		const note = this.#index.note(file.path);
		if (note !== undefined) this.#keeper?.put(note.record, text);
		this.#parts.change(file.path);
	}

	#drop(path: string): void {
		this.#keeper?.remove(path);
		if (this.#index.remove(path)) this.#parts.change(path);
	}

	async #takeChanges(): Promise<void> {
		const files: TFile[] = [];
		for (const [path, from] of this.#queue.take()) {
			const file = this.#app.vault.getFileByPath(path);
			if (file === null) this.#drop(path);
			else if (from === undefined || !this.#move(from, file)) files.push(file);
			await this.#slicer.breathe();
		}
		await this.#readAll(files);
		this.#finish();
	}

	/** Moves a note that is otherwise as it was; gives false where it has to be read. */
	#move(from: string, file: TFile): boolean {
		const record = this.#index.note(from)?.record;
		if (record?.mtime !== file.stat.mtime || record.size !== file.stat.size) return false;
		this.#parts.change(from);
		this.#parts.change(file.path);
		this.#keeper?.rename(from, file.path);
		return this.#index.rename(from, file.path);
	}

	#finish(): void {
		if (this.#stopped) return;
		const total = this.#index.size;
		this.#generation++;
		this.#setState({ phase: "ready", done: total, total, reason: "" });
		for (const listener of this.#listeners) listener();
		window.clearTimeout(this.#saving);
		this.#saving = window.setTimeout(() => void this.#save(), SAVE_AFTER);
	}

	async #save(): Promise<void> {
		if (this.#state.phase !== "ready" || !this.#parts.changed) return;
		try {
			const source = { index: this.#index, library: this.#keeper };
			await this.#parts.save(this.#store, source, () => this.#slicer.breathe());
		} catch {
			// The device has no room: the next start reads these notes again.
		}
	}

	#report(): void {
		const done = this.#index.size;
		if (this.#state.phase === "indexing" && done % REPORT_EVERY === 0) {
			this.#setState({ ...this.#state, done });
		}
	}

	#setState(state: IndexState): void {
		this.#state = state;
		for (const listener of this.#stateListeners) listener();
	}
}

function startOf(files: readonly TFile[]): IndexState {
	return { phase: "indexing", done: 0, total: files.length, reason: "" };
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}
