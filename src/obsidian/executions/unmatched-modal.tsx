import { Modal, Notice } from "obsidian";
import { render } from "preact";
import { linkRun } from "../../core/executions/link-run";
import { suggestTests } from "../../core/executions/match-run";
import type { KnownTest } from "../../core/executions/test-index";
import type { ExecutionEntry } from "../../core/library/library-entry";
import type { PanelSources } from "../../core/panels/technique-panel";
import { createVaultNotes } from "../ports/vault-notes";
import type { UnmatchedRun } from "../views/executions/unmatched-view";
import { UnmatchedView } from "../views/executions/unmatched-view";
import type { ExecutionParts } from "./execution-parts";
import { openRunPlace, openTests } from "./open-vault-runs";
import { nameTest, TestModal } from "./test-modal";

/** Lists the runs that no test is linked to, and links them with one click. */
export class UnmatchedModal extends Modal {
	readonly #parts: ExecutionParts;
	readonly #sources: () => PanelSources | undefined;
	/** Linked here: the index takes in what is written a moment later. */
	readonly #linked = new Set<string>();
	#stopFollowing: (() => void) | undefined;

	constructor(parts: ExecutionParts, sources: () => PanelSources | undefined) {
		super(parts.app);
		this.#parts = parts;
		this.#sources = sources;
	}

	override onOpen(): void {
		this.modalEl.addClass("detection-vault-import-modal", "detection-vault-run-modal");
		this.setTitle(this.#parts.texts.executions.unmatched.title);
		this.#stopFollowing = this.#parts.indexer.onChange(() => this.#draw());
		this.#draw();
	}

	override onClose(): void {
		this.#stopFollowing?.();
		render(null, this.contentEl);
	}

	#draw(): void {
		const sources = this.#sources();
		const { texts } = this.#parts;
		render(
			<UnmatchedView
				runs={sources === undefined ? [] : this.#list(sources)}
				texts={texts.executions.unmatched}
				open={(path) => {
					this.close();
					void this.app.workspace.openLinkText(path, "");
				}}
				link={(path, test) => void this.#link(path, test)}
				choose={(path) => this.#choose(path)}
				close={() => this.close()}
			/>,
			this.contentEl,
		);
	}

	#list(sources: PanelSources): readonly UnmatchedRun[] {
		const { library, resolver } = sources;
		const tests = openTests(sources);
		const resolve = (id: string): string => resolver.resolve(id).id;
		const isOpen = (run: ExecutionEntry): boolean =>
			library.runs.runbookOf(run) === undefined && !this.#linked.has(run.path);
		return library.runs.all.filter(isOpen).map((run) => ({
			run,
			suggestions: suggestTests({ ...run, testNumber: null }, tests, resolve, 3),
		}));
	}

	#choose(path: string): void {
		const sources = this.#sources();
		if (sources === undefined) return;
		const { placeholder } = this.#parts.texts.executions.unmatched;
		const { all } = openTests(sources);
		new TestModal(this.app, all, placeholder, (test) => void this.#link(path, test)).open();
	}

	async #link(path: string, test: KnownTest): Promise<void> {
		const texts = this.#parts.texts.executions.unmatched;
		const notes = createVaultNotes(this.app);
		const before = await notes.readNote(path);
		const { linkTo } = openRunPlace(this.#parts);
		const after = before === undefined ? undefined : linkRun(before, test, linkTo);
		const isWritten = after !== undefined && (await notes.writeNote(path, after, before));
		new Notice(isWritten ? texts.linked(nameTest(test)) : texts.failed);
		if (isWritten) this.#linked.add(path);
		this.#draw();
	}
}
