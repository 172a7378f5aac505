import { Component } from "obsidian";
import type { App, TFile } from "obsidian";
import type { NoteFile, VaultIndex } from "../../core/index/vault-index";
import { createVaultIndex } from "../../core/index/vault-index";
import { compareCodeUnits } from "../../core/text/compare";
import { createSlicer } from "../ports/slices";
import { createChangeQueue } from "./change-queue";
import { readNotes } from "./read-notes";
import { createSnapshotParts } from "./snapshot-parts";
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
/** Notes between two reports of how far the index is. */
const REPORT_EVERY = 100;

/** Keeps the index over the open vault: builds it in slices, keeps it between starts, follows every change. */
export class VaultIndexer extends Component {
	readonly #app: App;
	readonly #openStore: () => Promise<SnapshotStore>;
	readonly #listeners = new Set<() => void>();
	readonly #stateListeners = new Set<() => void>();
	readonly #queue = createChangeQueue(window, () => this.#schedule(() => this.#takeChanges()));
	readonly #slicer = createSlicer();
	#index = createVaultIndex();
	#parts = createSnapshotParts();
	#store: SnapshotStore = NO_SNAPSHOT;
	#state: IndexState = { phase: "waiting", done: 0, total: 0, reason: "" };
	#saving: number | undefined;
	#work: Promise<void> = Promise.resolve();
	#generation = 0;
	#stopped = false;

	constructor(app: App, openStore: () => Promise<SnapshotStore>) {
		super();
		this.#app = app;
		this.#openStore = openStore;
	}

	override onload(): void {
		this.#app.workspace.onLayoutReady(() => {
			if (this.#stopped) return;
			const known = (): string[] => this.#index.notes().map(({ path }) => path);
			for (const event of watchVault(this.#app, this.#queue, known)) this.registerEvent(event);
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
			this.#parts = createSnapshotParts();
			await this.#store.clear();
			await this.#readAll(files);
			this.#finish();
		});
		await this.#work;
		return this.#state;
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

	#noteFiles(): TFile[] {
		return this.#app.vault.getMarkdownFiles().sort((a, b) => compareCodeUnits(a.path, b.path));
	}

	async #start(): Promise<void> {
		const files = this.#noteFiles();
		this.#setState(startOf(files));
		this.#store = await this.#openStore();
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
			const inside = inParts.get(part) ?? [];
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
		this.#parts.change(file.path);
	}

	#drop(path: string): void {
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
			await this.#parts.save(this.#store, this.#index, () => this.#slicer.breathe());
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
