import { Component, debounce, TFolder } from "obsidian";
import type { App, TAbstractFile, TFile } from "obsidian";
import type { AttackData } from "../../core/attack/attack-data";
import type { NoteFile, VaultIndex } from "../../core/index/vault-index";
import { createVaultIndex } from "../../core/index/vault-index";
import type { VaultKnowledge } from "../../core/ingest/open-knowledge";
import type { Problem } from "../../core/model/problem";
import type { PanelSources } from "../../core/panels/technique-panel";
import { compareCodeUnits } from "../../core/text/compare";
import { createSlicer, nextTask } from "../ports/slices";
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
	/** Reads what rules are understood with, as the vault has it now; `breathe` gives the window its turns. */
	readonly openKnowledge: (breathe: () => Promise<void>) => Promise<VaultKnowledge>;
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
	/** Whether what failed, if anything did, was made up for. */
	#whole = false;
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

	/** What the vault knows of ATT&CK; undefined until the first notes are read. */
	get attack(): AttackData | undefined {
		return this.#keeper?.attack;
	}

	/** What is wrong with the data that rules and techniques are understood with: the person's field names, ATT&CK's. */
	get knowledgeProblems(): readonly Problem[] {
		return this.#keeper?.problems ?? [];
	}

	/** Calls back after notes changed, until the result is called. */
	readonly onChange = (listener: () => void): (() => void) => subscribe(this.#listeners, listener);

	/** Calls back when the state changes, until the result is called. */
	readonly onState = (listener: () => void): (() => void) =>
		subscribe(this.#stateListeners, listener);

	/** Forgets everything and reads every note again; resolves with the state after that. */
	async rebuild(): Promise<IndexState> {
		this.#schedule(() => this.#readAnew());
		await this.#work;
		return this.#state;
	}

	/** Takes in at once what changed so far, and resolves after that. */
	async settle(): Promise<void> {
		if (!this.#queue.isEmpty) this.#schedule(() => this.#takeChanges());
		await this.#work;
	}

	async #readAnew(): Promise<void> {
		const files = this.#noteFiles();
		this.#setState(startOf(files));
		this.#index = createVaultIndex();
		this.#keeper = new LibraryKeeper(await this.#openKnowledge());
		this.#parts = createSnapshotParts();
		await this.#store.clear();
		await this.#readAll(files);
		this.#finish();
	}

	/** Looks again at what rules are understood with; where that changed, every note is read again. */
	refreshKnowledge(): void {
		this.#schedule(async () => {
			if (!this.#whole) return this.#readAnew();
			const knowledge = await this.#openKnowledge();
			if (this.#keeper?.learn(knowledge) === false) await this.#understandAnew(knowledge);
			this.#finish();
		});
	}

	/** Reads every note with other knowledge; what was understood before stands until all of it is there. */
	async #understandAnew(knowledge: VaultKnowledge): Promise<void> {
		const keeper = new LibraryKeeper(knowledge);
		await this.#readAll(this.#noteFiles(), keeper);
		if (this.#stopped) return;
		this.#keeper = keeper;
		// Parts that were saved meanwhile hold what was understood before.
		for (const { path } of this.#index.notes()) this.#parts.change(path);
	}

	/** One piece of work after the other: two at once would write over each other's results. */
	#schedule(work: () => Promise<void>): void {
		this.#work = this.#work.then(async () => {
			if (this.#stopped) return;
			try {
				await work();
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				// Something is missing now that no later change brings back by itself.
				this.#whole = false;
				this.#setState({ ...this.#state, phase: "failed", reason });
			}
		});
	}

	async #openKnowledge(): Promise<VaultKnowledge> {
		const breathe = (): Promise<void> => this.#slicer.breathe();
		await breathe();
		return this.#given.openKnowledge(breathe);
	}

	#watchKnowledge(): void {
		const refresh = debounce(() => this.refreshKnowledge(), SETTLE_AFTER, true);
		const look = (file: TAbstractFile, oldPath = file.path): void => {
			const concerns =
				file instanceof TFolder || [file.path, oldPath].some(this.#given.isKnowledge);
			if (concerns) refresh();
		};
		const { vault } = this.#app;
		this.registerEvent(vault.on("create", (file) => look(file)));
		this.registerEvent(vault.on("modify", (file) => look(file)));
		this.registerEvent(vault.on("delete", (file) => look(file)));
		this.registerEvent(vault.on("rename", look));
		this.register(() => refresh.cancel());
	}

	#noteFiles(): TFile[] {
		return this.#app.vault.getMarkdownFiles().sort((a, b) => compareCodeUnits(a.path, b.path));
	}

	async #start(): Promise<void> {
		// Obsidian starts all plugins in a row: this one does not hold up the others.
		await nextTask();
		if (this.#stopped) return;
		const files = this.#noteFiles();
		this.#setState(startOf(files));
		this.#store = await this.#given.openStore();
		this.#keeper = new LibraryKeeper(await this.#openKnowledge());
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
		const current = new Map<number, ReadonlySet<string>>();
		const early = new Map<number, string>();
		// A note is as it was only where both its parts say so.
		const takeLibrary = (part: number, text: string): void => {
			const paths = current.get(part) ?? new Set();
			if (this.#keeper?.restore(text, (path) => paths.has(path)) !== true) return;
			for (const path of paths) missing.delete(path);
		};
		for await (const { part, text } of this.#store.load()) {
			await this.#slicer.breathe();
			const own = part % PARTS;
			if (part < PARTS) {
				current.set(own, this.#restoreIndex(text, inParts.get(own) ?? []));
				const waiting = early.get(own);
				if (waiting !== undefined) takeLibrary(own, waiting);
			} else if (current.has(own)) takeLibrary(own, text);
			else early.set(own, text);
		}
		return missing;
	}

	/** Gives the paths of the notes that are as they were. */
	#restoreIndex(text: string, inside: readonly NoteFile[]): ReadonlySet<string> {
		const absent = new Set(this.#index.restore(text, inside));
		const current = inside.map(({ path }) => path).filter((path) => !absent.has(path));
		for (const path of current) this.#parts.keep(path);
		this.#setState({ ...this.#state, done: this.#index.size });
		return new Set(current);
	}

	async #readAll(files: readonly TFile[], keeper = this.#keeper): Promise<void> {
		for await (const { file, text } of readNotes(this.#app, files)) {
			if (this.#stopped) return;
			if (text === undefined) this.#drop(file.path);
			else this.#read(file, text, keeper);
			await this.#slicer.breathe();
			this.#report();
		}
	}

	#read(file: TFile, text: string, keeper: LibraryKeeper | undefined): void {
		const { ctime, mtime, size } = file.stat;
		this.#index.put(file.path, text, { ctime, mtime, size });
		const note = this.#index.note(file.path);
		if (note !== undefined) keeper?.put(note.record, text);
		this.#parts.change(file.path);
	}

	#drop(path: string): void {
		this.#keeper?.remove(path);
		if (this.#index.remove(path)) this.#parts.change(path);
	}

	async #takeChanges(): Promise<void> {
		const files: TFile[] = [];
		const changes = this.#queue.take();
		if (!this.#whole) return this.#readAnew();
		for (const [path, from] of changes) {
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
		// A title or a technique may stand in the note's name alone.
		const isNamed = this.#keeper?.sources.library.entry(from) !== undefined;
		if (isNamed && !`/${from}`.endsWith(`/${file.name}`)) return false;
		this.#parts.change(from);
		this.#parts.change(file.path);
		this.#keeper?.rename(from, file.path);
		return this.#index.rename(from, file.path);
	}

	#finish(): void {
		if (this.#stopped) return;
		const total = this.#index.size;
		this.#whole = true;
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
