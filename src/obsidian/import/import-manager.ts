import { Component, Notice, Platform } from "obsidian";
import type { App } from "obsidian";
import { createCodec } from "../ports/codec";
import { createSystemClock } from "../ports/system-clock";
import { createVaultNotes } from "../ports/vault-notes";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";
import type { ChosenSource } from "./chosen-source";
import { isIdle } from "./count-writes";
import { ImportModal } from "./import-modal";
import type { ImportPhase } from "./import-phase";
import { createImportSession } from "./import-session";
import type { ImportSession, SessionHost } from "./import-session";
import { moveHome } from "./move-home";
import { rememberSources } from "./remember-sources";

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

	constructor(app: App, parts: ImportParts) {
		super();
		this.#app = app;
		this.#parts = parts;
	}

	override onunload(): void {
		this.#session?.cancel();
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
		const session = this.#session ?? this.#begin();
		this.#window = new ImportModal(this.#app, {
			...this.#parts,
			session,
			onClosed: () => this.#closed(session),
		});
		this.#window.open();
		this.#tell();
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
		if (isBusy(phase.kind)) new Notice(Platform.isMobile ? texts.hiddenPhone : texts.hidden);
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
		const { settings } = this.#parts;
		return {
			prepare: async (progress) => {
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
			},
			remember: (chosen) => this.#remember(chosen),
		};
	}

	async #remember(chosen: readonly ChosenSource[]): Promise<void> {
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
