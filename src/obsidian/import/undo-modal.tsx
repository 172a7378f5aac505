import { Modal, Notice } from "obsidian";
import type { App } from "obsidian";
import { render } from "preact";
import { applyUndo } from "../../core/ingest/undo/apply-undo";
import { planUndo } from "../../core/ingest/undo/plan-undo";
import type { UndoHost, UndoPlan, UndoResult } from "../../core/ingest/undo/undo-plan";
import { readUndoTexts } from "../../core/ingest/undo/undo-texts";
import type { UndoTexts } from "../../core/ingest/undo/undo-texts";
import type { Progress } from "../../core/ports/progress";
import { createImportProgress } from "../ports/import-progress";
import type { Texts } from "../text/en";
import { UndoView } from "../views/import/undo-view";
import type { UndoPhase } from "../views/import/undo-view";
import { errorMessage } from "../../core/text/error-message";

/** What the window that undoes an import is made of. */
export interface UndoModalParts {
	readonly texts: Texts["import"];
	readonly language: string;
	readonly prepare: (progress: Progress) => Promise<UndoHost>;
	/** Called when notes begin to be put back, and when that has ended. */
	readonly onWorking: (isWorking: boolean) => void;
	/** Called once the window is closed. */
	readonly onClosed: () => void;
}

/** Shows what undoing the last import would do, and does it when asked. Once begun, it goes on without the window. */
export class UndoModal extends Modal {
	readonly #parts: UndoModalParts;
	#progress = createImportProgress();
	#host: UndoHost | undefined;
	#phase: UndoPhase = { kind: "reading", progress: this.#progress };
	#isOpen = false;

	constructor(app: App, parts: UndoModalParts) {
		super(app);
		this.#parts = parts;
	}

	override onOpen(): void {
		this.#isOpen = true;
		this.modalEl.addClass("detection-vault-import-modal");
		this.setTitle(this.#parts.texts.undo.title);
		this.#draw();
		void this.#read();
	}

	override onClose(): void {
		this.#isOpen = false;
		if (this.#phase.kind === "reading") this.#progress.cancel();
		render(null, this.contentEl);
		this.#parts.onClosed();
	}

	/** Asks what is under way to end after the note in hand. */
	stop(): void {
		this.#progress.cancel();
		this.#draw();
	}

	#enter(phase: UndoPhase): void {
		this.#phase = phase;
		this.#draw();
	}

	#draw(): void {
		if (!this.#isOpen) return;
		const { texts, language } = this.#parts;
		render(
			<UndoView
				phase={this.#phase}
				texts={texts}
				language={language}
				readTexts={(path, plan) => this.#readTexts(path, plan)}
				undo={(plan) => void this.#undo(plan)}
				stop={() => this.stop()}
				close={() => this.close()}
			/>,
			this.contentEl,
		);
	}

	async #read(): Promise<void> {
		try {
			this.#host = await this.#parts.prepare(this.#progress);
			const plan = await planUndo(this.#host);
			if (plan.cancelled) this.close();
			else this.#enter({ kind: "plan", plan });
		} catch (error) {
			this.#fail(error);
		}
	}

	#readTexts(path: string, plan: UndoPlan): Promise<UndoTexts> {
		if (this.#host === undefined) return Promise.resolve({ now: undefined, former: undefined });
		return readUndoTexts(path, plan, this.#host);
	}

	async #undo(plan: UndoPlan): Promise<void> {
		if (this.#host === undefined || this.#phase.kind !== "plan") return;
		this.#progress = createImportProgress();
		this.#enter({ kind: "working", progress: this.#progress });
		this.#parts.onWorking(true);
		try {
			const result = await applyUndo(plan, { ...this.#host, progress: this.#progress });
			this.#enter({ kind: "done", result });
			if (!this.#isOpen) this.#tell(result);
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#parts.onWorking(false);
		}
	}

	#tell({ restored, deleted, refused, isWhole }: UndoResult): void {
		const { notice, unfinished } = this.#parts.texts.undo;
		new Notice(isWhole ? notice(restored.length, deleted.length, refused.length) : unfinished);
	}

	#fail(error: unknown): void {
		const message = errorMessage(error);
		if (!this.#isOpen) new Notice(this.#parts.texts.undo.failed(message));
		this.#enter({ kind: "failed", message });
	}
}
