import { ItemView, debounce } from "obsidian";
import type { HoverPopover, ViewStateResult, WorkspaceLeaf } from "obsidian";
import { render } from "preact";
import { createSlicer } from "../ports/slices";
import type { ViewHost } from "../views/view-host";
import { HostContext } from "../views/view-host";
import type { MatrixActions } from "../views/matrix/matrix-actions";
import { readMatrixState } from "../views/matrix/matrix-state";
import type { MatrixState } from "../views/matrix/matrix-state";
import { MatrixView } from "../views/matrix/matrix-view";
import { drawWhenSeen } from "./draw-when-seen";
import { createMatrixActions } from "./matrix-actions";
import { createMatrixHost } from "./matrix-host";
import type { MatrixParts } from "./matrix-parts";

/** Type of the matrix's view. */
export const MATRIX_VIEW = "detection-vault-matrix-view";

/** Milliseconds after a change of the notes until the numbers follow; more changes may come until then. */
const SETTLE_AFTER = 150;

/** The technique matrix in the main area. */
export class MatrixItemView extends ItemView {
	hoverPopover: HoverPopover | null = null;
	override navigation = true;
	override icon = "layout-grid";
	readonly #parts: MatrixParts;
	readonly #host: ViewHost;
	readonly #actions: MatrixActions;
	#state: MatrixState = readMatrixState({});
	#isOpen = false;

	constructor(leaf: WorkspaceLeaf, parts: MatrixParts) {
		super(leaf);
		this.#parts = parts;
		this.#host = createMatrixHost(parts, this);
		this.#actions = createMatrixActions(parts);
	}

	getViewType(): string {
		return MATRIX_VIEW;
	}

	getDisplayText(): string {
		return this.#parts.texts.matrix.title;
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), ...this.#state };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		const next = readMatrixState(state);
		if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
		this.#state = next;
		this.#draw();
	}

	override async onOpen(): Promise<void> {
		await super.onOpen();
		const { indexer, layers } = this.#parts;
		this.contentEl.addClass("detection-vault-matrix-view");
		this.#isOpen = true;
		const refresh = drawWhenSeen(this, this.contentEl, () => this.#draw());
		const settled = debounce(refresh, SETTLE_AFTER);
		this.register(() => settled.cancel());
		this.register(indexer.onChange(settled));
		this.register(indexer.onState(() => settled()));
		this.register(layers.onChange(refresh));
		void this.#drawFirst();
	}

	override async onClose(): Promise<void> {
		this.#isOpen = false;
		render(null, this.contentEl);
		await super.onClose();
	}

	/** What opens a leaf is work enough for one task, and so is gathering what to draw. */
	async #drawFirst(): Promise<void> {
		const slicer = createSlicer(0);
		await slicer.breathe();
		const records = this.#parts.source.records();
		await slicer.breathe();
		records?.ruleGroups();
		await slicer.breathe();
		this.#draw();
	}

	#draw(): void {
		if (!this.#isOpen) return;
		const { source, layers } = this.#parts;
		render(
			<HostContext.Provider value={this.#host}>
				<MatrixView
					records={source.records()}
					progress={source.progress()}
					failure={source.failure()}
					layers={layers.layers}
					layerProblems={layers.problems}
					state={this.#state}
					onState={(part) => this.#change(part)}
					actions={this.#actions}
				/>
			</HostContext.Provider>,
			this.contentEl,
		);
	}

	#change(part: Partial<MatrixState>): void {
		this.#state = { ...this.#state, ...part };
		this.app.workspace.requestSaveLayout();
		this.#draw();
	}
}
