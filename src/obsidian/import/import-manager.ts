import { Component, Notice, Platform } from "obsidian";
import type { App } from "obsidian";
import type { ImportHost } from "../../core/ingest/import-plan";
import type { Progress } from "../../core/ports/progress";
import { createCodec } from "../ports/codec";
import { createSystemClock } from "../ports/system-clock";
import { createVaultNotes } from "../ports/vault-notes";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";
import type { ImportedSource } from "./chosen-source";
import { isIdle } from "./count-writes";
import { ImportModal } from "./import-modal";
import type { ImportPhase } from "./import-phase";
import { createImportSession } from "./import-session";
import type { ImportSession, SessionHost } from "./import-session";
import { moveHome } from "./move-home";
import { rememberSources } from "./remember-sources";
import { UndoModal } from "./undo-modal";

/** What the import needs from the plugin. */
export interface ImportParts {
	readonly settings: SettingsStore;
	readonly texts: Texts["import"];
	readonly language: string;
}

/** The import of an app: one session at a time, its window, and notices while the window is closed. */
export class ImportManager extends Component {
	readonly #app: App;
	readonly #parts: ImportParts;
	readonly #listeners = new Set<() => void>();
	#session: ImportSession | undefined;
	#window: ImportModal | undefined;
	/** The undo whose window is open, or that goes on without it. */
	#undo: UndoModal | undefined;
	#isUndoing = false;

	constructor(app: App, parts: ImportParts) {
		super();
		this.#app = app;
		this.#parts = parts;
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
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
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
		this.#tell();
	}

	/** Shows what undoing the last import would do; not while an import is in hand. */
	undo(): void {
		const { texts, language } = this.#parts;
		const phase = this.#session?.phase();
		if (
			phase !== undefined &&
			(isBusy(phase.kind) || (phase.kind === "review" && !isOver(phase)))
		) {
			new Notice(texts.undo.busy);
			return;
		}
		if (this.#undo !== undefined) {
			if (this.#isUndoing) new Notice(texts.undo.undoing);
			return;
		}
		this.#undo = new UndoModal(this.#app, {
			texts: texts.undo,
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
		const { texts } = this.#parts;
		if (isBusy(phase.kind)) {
			const goesOn = Platform.isMobile ? texts.hiddenPhone : texts.hidden;
			new Notice(session.paused() ? texts.hiddenPaused : goesOn);
		}
		this.#tell();
	}

	#moved(session: ImportSession): void {
		if (!this.isOpen) this.#notify(session.phase());
		this.#tell();
	}

	/** Says what the person cannot see in the window. */
	#notify(phase: ImportPhase): void {
		const { texts } = this.#parts;
		if (phase.kind === "review") new Notice(texts.noticeReview);
		if (phase.kind === "failed") new Notice(texts.failed.notice(phase.message));
		if (phase.kind === "done") {
			const { result, stopped } = phase;
			const { notice, noticeStopped } = texts.done;
			new Notice(stopped ? noticeStopped : notice(result.created, result.updated));
		}
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}

	#createHost(): SessionHost {
		return {
			prepare: (progress) => this.#prepare(progress),
			remember: (chosen) => this.#remember(chosen),
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
		};
	}

	async #remember(chosen: readonly ImportedSource[]): Promise<void> {
		const { settings } = this.#parts;
		const now = createSystemClock().now();
		const known = settings.current().sources;
		await settings.change({ sources: rememberSources(known, chosen, now) });
	}
}

/** Whether there is nothing left to come back to. */
function isOver(phase: ImportPhase): boolean {
	if (phase.kind === "review") return isIdle(phase.plan);
	return phase.kind === "done" || phase.kind === "failed";
}

/** Whether an import works on its own in this phase. */
export function isBusy(kind: ImportPhase["kind"]): boolean {
	return kind === "planning" || kind === "writing";
}
