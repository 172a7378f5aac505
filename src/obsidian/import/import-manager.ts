import { Component, Notice } from "obsidian";
import type { App } from "obsidian";
import type { ImportHost } from "../../core/ingest/import-plan";
import { applyUndo } from "../../core/ingest/undo/apply-undo";
import { planUndo } from "../../core/ingest/undo/plan-undo";
import { previewUndo } from "../../core/ingest/undo/preview-undo";
import type { UndoResult } from "../../core/ingest/undo/undo-plan";
import type { Progress } from "../../core/ports/progress";
import { createListeners } from "../listeners";
import { createCodec } from "../ports/codec";
import { createImportProgress } from "../ports/import-progress";
import { createSystemClock } from "../ports/system-clock";
import { createVaultLock } from "../ports/vault-lock";
import { createVaultNotes } from "../ports/vault-notes";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";
import type { ChosenSource, ImportedSource, MissingSource } from "./chosen-source";
import { isIdle } from "./count-writes";
import { ImportModal } from "./import-modal";
import { notifyHidden, notifyPhase } from "./import-notices";
import { isBusy } from "./import-phase";
import type { ImportPhase } from "./import-phase";
import { createImportSession } from "./import-session";
import type { ImportSession, SessionHost } from "./import-session";
import { moveHome } from "./move-home";
import { listDownloads, openRemembered, pruneDownloads } from "./open-remembered";
import { rememberSources } from "./remember-sources";
import { UndoModal } from "./undo-modal";

/** What the import needs from the plugin. */
export interface ImportParts {
	readonly settings: SettingsStore;
	readonly texts: Texts["import"];
	readonly adding: Texts["settings"]["sources"]["add"];
	readonly language: string;
	/** Tells this build from every other; undefined where nothing does. */
	readonly readStamp: () => Promise<string | undefined>;
	/** Lists the test runs that no test is linked to. */
	readonly linkRuns: () => void;
	/** Shows the list of conflicts. */
	readonly showConflicts: () => void;
}

/** An import that runs without a window. */
export interface RunOptions {
	/** Names of the remembered sources to take; all of them where there are none. */
	readonly names: readonly string[];
	/** Whether it writes, or only works out what it would. */
	readonly write: boolean;
	readonly restore: boolean;
}

/** The import of an app: one session at a time, its window, and notices while the window is closed. */
export class ImportManager extends Component {
	readonly #app: App;
	readonly #parts: ImportParts;
	/** Tells this start of the app from one before it, whose lock is nobody's any more. */
	readonly #start = `session ${crypto.randomUUID()}`;
	readonly #listeners = createListeners();
	#session: ImportSession | undefined;
	#window: ImportModal | undefined;
	/** The undo whose window is open, or that goes on without it. */
	#undo: UndoModal | undefined;
	#isUndoing = false;
	/** Whether what goes on was asked for outside the app, where its end is told. */
	#isQuiet = false;

	constructor(app: App, parts: ImportParts) {
		super();
		this.#app = app;
		this.#parts = parts;
	}

	override onload(): void {
		const { settings } = this.#parts;
		let known = listDownloads(settings.current().sources);
		this.register(
			settings.onChange(({ sources }) => {
				const now = listDownloads(sources);
				const isGone = [...known].some((url) => !now.has(url));
				known = now;
				if (isGone) void pruneDownloads(this.#app, sources);
			}),
		);
	}

	override onunload(): void {
		this.#session?.cancel();
		this.#undo?.stop();
		this.#undo?.close();
		this.#window?.close();
	}

	/** The import in hand, undefined where none was begun. */
	get session(): ImportSession | undefined {
		return this.#session;
	}

	/** Whether its window is open. */
	get isOpen(): boolean {
		return this.#window !== undefined;
	}

	/** Calls back when an import moves on or its window opens or closes, until the result is called. */
	onChange(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** What an import of this app works with, for other work on what imports keep. */
	prepare(progress: Progress): Promise<ImportHost> {
		return this.#prepare(progress);
	}

	/** Opens the window, on the import in hand where there is one. */
	open(): void {
		if (this.#window !== undefined) return;
		if (this.#isUndoing) {
			new Notice(this.#parts.texts.undo.undoing);
			return;
		}
		const session = this.#session ?? this.#begin();
		this.#window = new ImportModal(this.#app, {
			...this.#parts,
			session,
			onClosed: () => this.#closed(session),
		});
		this.#window.open();
		this.#listeners.tell();
	}

	/** Plans one import over all remembered sources that can be opened again; shows the import in hand where there is one. */
	updateAll(): void {
		if (this.#window !== undefined) return;
		if (this.#isUndoing || this.isInHand) {
			this.open();
			return;
		}
		const sources = this.#openRemembered();
		if (sources.length === 0) new Notice(this.#parts.texts.noneRemembered);
		if (this.#session?.phase().kind !== "choose") this.#session = undefined;
		const session = this.#session ?? this.#begin();
		this.open();
		if (sources.length === 0) return;
		const chosen = session.chosen();
		session.add(sources.filter((source) => !chosen.some((other) => isSameChoice(source, other))));
		void session.plan({ attackVersion: this.#attackVersion(), restore: false });
	}

	/** Imports from remembered sources without a window; what it came to, undefined where something else is in hand. */
	async run({ names, write, restore }: RunOptions): Promise<ImportPhase | undefined> {
		if (this.isInHand || this.#isUndoing || this.isOpen) return undefined;
		const sources = this.#openRemembered().filter(
			({ input }) => names.length === 0 || names.includes(input.argument),
		);
		const before = this.#session;
		const session = this.#begin();
		this.#isQuiet = true;
		this.#listeners.tell();
		try {
			session.add(sources);
			await session.plan({ attackVersion: this.#attackVersion(), restore, isDry: !write });
			if (write) await session.apply();
		} finally {
			this.#isQuiet = false;
			if (this.#window === undefined) this.#session = before;
			this.#listeners.tell();
		}
		return session.phase();
	}

	/** Undoes the last import without a window, or says what that would do; undefined where something else is in hand. */
	async runUndo(write: boolean): Promise<UndoResult | undefined> {
		if (this.isInHand || this.#isUndoing || this.#undo !== undefined) return undefined;
		this.#isUndoing = true;
		try {
			const host = await this.#prepare(createImportProgress());
			const plan = await planUndo(host);
			return write ? await applyUndo(plan, host) : previewUndo(plan);
		} finally {
			this.#isUndoing = false;
		}
	}

	/** Whether an import works, or waits to be looked at. */
	get isInHand(): boolean {
		const phase = this.#session?.phase();
		if (phase === undefined) return false;
		return isBusy(phase.kind) || (phase.kind === "review" && !isOver(phase));
	}

	/** Shows what undoing the last import would do; not while an import is in hand. */
	undo(): void {
		const { texts, language } = this.#parts;
		if (this.isInHand) {
			new Notice(texts.undo.busy);
			return;
		}
		if (this.#isUndoing) new Notice(texts.undo.undoing);
		if (this.#isUndoing || this.#undo !== undefined) return;
		this.#undo = new UndoModal(this.#app, {
			texts,
			language,
			prepare: (progress) => this.#prepare(progress),
			onWorking: (isWorking) => {
				this.#isUndoing = isWorking;
				if (!isWorking && !isShown) this.#undo = undefined;
			},
			onClosed: () => {
				isShown = false;
				if (!this.#isUndoing) this.#undo = undefined;
			},
		});
		let isShown = true;
		this.#undo.open();
	}

	#begin(): ImportSession {
		const session = createImportSession(this.#createHost());
		session.onChange(() => this.#moved(session));
		this.#session = session;
		return session;
	}

	#closed(session: ImportSession): void {
		this.#window = undefined;
		const phase = session.phase();
		if (isOver(phase)) this.#session = undefined;
		notifyHidden(phase, session.paused(), this.#parts.texts);
		this.#listeners.tell();
	}

	#moved(session: ImportSession): void {
		if (!this.isOpen && !this.#isQuiet)
			notifyPhase(session.phase(), this.#parts.texts, () => this.open());
		this.#listeners.tell();
	}

	#openRemembered(): ChosenSource[] {
		const { settings, texts } = this.#parts;
		return settings.current().sources.flatMap((source): ChosenSource[] => {
			const opened = openRemembered(this.#app, source, texts.download);
			return opened === undefined ? [] : [opened];
		});
	}

	#attackVersion(): string {
		return this.#parts.settings.current().attackVersion;
	}

	#createHost(): SessionHost {
		return {
			prepare: (progress) => this.#prepare(progress),
			remember: (imported, missing) => this.#remember(imported, missing),
		};
	}

	async #prepare(progress: Progress): Promise<ImportHost> {
		const { settings } = this.#parts;
		const { folders, usedHome } = settings.current();
		if (usedHome !== null && usedHome !== folders.home) {
			await moveHome(this.#app, usedHome, folders.home);
		}
		await settings.change({ usedHome: folders.home });
		return {
			notes: createVaultNotes(this.#app),
			codec: createCodec(),
			clock: createSystemClock(),
			progress,
			folders,
			lock: createVaultLock(this.#app, folders.home, this.#start),
			buildStamp: await this.#parts.readStamp(),
		};
	}

	async #remember(
		imported: readonly ImportedSource[],
		missing: readonly MissingSource[],
	): Promise<void> {
		const { settings } = this.#parts;
		const now = createSystemClock().now();
		const known = settings.current().sources;
		await settings.change({ sources: rememberSources(known, imported, missing, now) });
	}
}

/** Whether there is nothing left to come back to. */
function isOver(phase: ImportPhase): boolean {
	if (phase.kind === "review") return isIdle(phase.plan);
	return phase.kind === "done" || phase.kind === "failed";
}

function isSameChoice(one: ChosenSource, other: ChosenSource): boolean {
	return one.vaultPath === other.vaultPath && one.address === other.address;
}
