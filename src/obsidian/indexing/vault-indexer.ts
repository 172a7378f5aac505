import { Component, debounce } from "obsidian";
import type { App, TFile } from "obsidian";
import type { AttackData } from "../../core/attack/attack-data";
import type { VaultIndex } from "../../core/index/vault-index";
import type { VaultKnowledge } from "../../core/ingest/open-knowledge";
import type { Problem } from "../../core/model/problem";
import type { PanelSources } from "../../core/panels/technique-panel";
import { compareCodeUnits } from "../../core/text/compare";
import { createListeners } from "../listeners";
import { createSlicer, nextTask } from "../ports/slices";
import { createChangeQueue } from "./change-queue";
import { HeldNotes } from "./held-notes";
import { LibraryKeeper } from "./library-keeper";
import { readNotes } from "./read-notes";
import { restoreSnapshot } from "./restore-snapshot";
import { NO_SNAPSHOT } from "./snapshot-store";
import type { SnapshotStore } from "./snapshot-store";
import { watchKnowledge } from "./watch-knowledge";
import { watchVault } from "./watch-vault";
import { errorMessage } from "../../core/text/error-message";

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
	readonly #listeners = createListeners();
	readonly #stateListeners = createListeners();
	readonly #queue = createChangeQueue(window, () => this.#schedule(() => this.#takeChanges()));
	readonly #slicer = createSlicer();
	#held = new HeldNotes();
	#store: SnapshotStore = NO_SNAPSHOT;
	#state: IndexState = { phase: "waiting", done: 0, total: 0, reason: "" };
	#saving: number | undefined;
	#work: Promise<void> = Promise.resolve();
	#generation = 0;
	/** Notes of which a change is being taken in. */
	#taking: ReadonlySet<string> = new Set();
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
			const known = (): string[] => this.#held.index.notes().map(({ path }) => path);
			for (const event of watchVault(this.#app, this.#queue, known)) this.registerEvent(event);
			this.#watchKnowledge();
			this.#schedule(() => this.#start());
		});
		this.registerEvent(
			this.#app.workspace.on("quit", (tasks) => {
				if (this.#held.parts.changed) tasks.addPromise(this.#save());
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
		return this.#held.index;
	}

	/** What panels are worked out from; undefined until the first notes are read, complete once the state is `ready`. */
	get panelSources(): PanelSources | undefined {
		return this.#held.keeper?.sources;
	}

	/** What the vault knows of ATT&CK; undefined until the first notes are read. */
	get attack(): AttackData | undefined {
		return this.#held.keeper?.attack;
	}

	/** What is wrong with the data that rules and techniques are understood with: the person's field names, ATT&CK's. */
	get knowledgeProblems(): readonly Problem[] {
		return this.#held.keeper?.problems ?? [];
	}

	/** Calls back after notes changed, until the result is called. */
	readonly onChange = this.#listeners.add;

	/** Calls back when the state changes, until the result is called. */
	readonly onState = this.#stateListeners.add;

	/** Forgets everything and reads every note again; resolves with the state after that. */
	async rebuild(): Promise<IndexState> {
		this.#schedule(() => this.#readAnew());
		await this.#work;
		return this.#state;
	}

	/** Whether what the index has of a note, or lacks, is about to change. */
	isAwaited(path: string): boolean {
		return this.#queue.has(path) || this.#taking.has(path);
	}

	/** Takes in at once what changed so far, and resolves after that. */
	async settle(): Promise<void> {
		if (!this.#queue.isEmpty) this.#schedule(() => this.#takeChanges());
		await this.#work;
	}

	async #readAnew(): Promise<void> {
		const files = this.#noteFiles();
		this.#setState(startOf(files));
		this.#held = new HeldNotes(this.#held.keeper);
		this.#held.keeper = new LibraryKeeper(await this.#openKnowledge());
		await this.#store.clear();
		await this.#readAll(files);
		this.#held.keeper.prepare();
		this.#finish();
	}

	/** Looks again at what rules are understood with; where that changed, every note is read again. */
	refreshKnowledge(): void {
		this.#schedule(async () => {
			if (!this.#whole) return this.#readAnew();
			const knowledge = await this.#openKnowledge();
			if (this.#held.keeper?.learn(knowledge) === false) await this.#understandAnew(knowledge);
			this.#finish();
		});
	}

	/** Reads every note with other knowledge; what was understood before stands until all of it is there. */
	async #understandAnew(knowledge: VaultKnowledge): Promise<void> {
		const keeper = new LibraryKeeper(knowledge);
		await this.#readAll(this.#noteFiles(), keeper);
		if (this.#stopped) return;
		this.#held.exchange(keeper);
	}

	/** One piece of work after the other: two at once would write over each other's results. */
	#schedule(work: () => Promise<void>): void {
		this.#work = this.#work.then(async () => {
			if (this.#stopped) return;
			try {
				await work();
			} catch (error) {
				const reason = errorMessage(error);
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
		for (const event of watchKnowledge(this.#app, this.#given.isKnowledge, refresh))
			this.registerEvent(event);
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
		const keeper = new LibraryKeeper(await this.#openKnowledge());
		this.#held.keeper = keeper;
		const missing = await this.#restore(files, keeper);
		await this.#readAll(files.filter((file) => missing.has(file.path)));
		this.#held.keeper.prepare();
		this.#finish();
	}

	#restore(files: readonly TFile[], library: LibraryKeeper): Promise<ReadonlySet<string>> {
		return restoreSnapshot(this.#store, files, {
			...{ index: this.#held.index, library, parts: this.#held.parts },
			breathe: () => this.#slicer.breathe(),
			report: () => this.#setState({ ...this.#state, done: this.#held.index.size }),
		});
	}

	async #readAll(files: readonly TFile[], keeper = this.#held.keeper): Promise<void> {
		for await (const note of readNotes(this.#app, files)) {
			if (this.#stopped) return;
			if (note.text === undefined) this.#held.drop(note.file.path);
			else this.#held.put(note, note.text, keeper);
			await this.#slicer.breathe();
			this.#report();
		}
	}

	async #takeChanges(): Promise<void> {
		const files: TFile[] = [];
		const changes = this.#queue.take();
		this.#taking = new Set(changes.map(([path]) => path));
		if (!this.#whole) return this.#readAnew();
		for (const [path, from] of changes) {
			const file = this.#app.vault.getFileByPath(path);
			if (file === null) this.#held.drop(path);
			else if (from === undefined || !this.#held.move(from, file)) files.push(file);
			await this.#slicer.breathe();
		}
		await this.#readAll(files);
		this.#finish();
	}

	#finish(): void {
		if (this.#stopped) return;
		const total = this.#held.index.size;
		this.#whole = true;
		this.#taking = new Set();
		this.#generation++;
		this.#setState({ phase: "ready", done: total, total, reason: "" });
		this.#listeners.tell();
		window.clearTimeout(this.#saving);
		this.#saving = window.setTimeout(() => void this.#save(), SAVE_AFTER);
	}

	async #save(): Promise<void> {
		if (this.#state.phase !== "ready" || !this.#held.parts.changed) return;
		try {
			const source = { index: this.#held.index, library: this.#held.keeper };
			await this.#held.parts.save(this.#store, source, () => this.#slicer.breathe());
		} catch {
			// The device has no room: the next start reads these notes again.
		}
	}

	#report(): void {
		const done = this.#held.index.size;
		if (this.#state.phase === "indexing" && done % REPORT_EVERY === 0) {
			this.#setState({ ...this.#state, done });
		}
	}

	#setState(state: IndexState): void {
		this.#state = state;
		this.#stateListeners.tell();
	}
}

function startOf(files: readonly TFile[]): IndexState {
	return { phase: "indexing", done: 0, total: files.length, reason: "" };
}
