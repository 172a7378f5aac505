import { MarkdownRenderChild, TFile } from "obsidian";
import type { App, HoverPopover } from "obsidian";
import { render } from "preact";
import type { VNode } from "preact";
import type { Steps } from "../../core/text/steps";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { Texts } from "../text/en";
import { Message } from "../views/outcome/error-view";
import { Reading } from "../views/outcome/query-view";
import { copyText } from "../views/copy-text";
import { createLinkActions } from "../views/link-actions";
import type { RunbookActions } from "../views/runbooks/runbook-view";
import { HostContext } from "../views/view-host";
import type { CellEdits } from "../views/table/cell-edits";
import type { TableMemories } from "../views/table/table-memory";
import type { RecordRun, ViewHost } from "../views/view-host";
import type { RedrawQueue } from "./redraw-queue";
import { createDrawnSignal } from "./when-drawn";
import type { DrawnSignal } from "./when-drawn";
import { errorMessage } from "../../core/text/error-message";

/** What every block is given by the plugin. */
export interface BlockParts {
	readonly app: App;
	readonly indexer: VaultIndexer;
	readonly texts: Texts;
	readonly language: string;
	readonly importSources: () => void;
	readonly redraws: RedrawQueue;
	readonly edits: CellEdits;
	readonly memories: TableMemories;
	/** The time (ISO 8601 in UTC) before which a test run is stale. */
	readonly staleBefore: () => string;
	/** Opens the form of a test run. */
	readonly recordRun: RecordRun;
	/** What the panel of a runbook does. */
	readonly runbooks: RunbookActions;
}

/** Works out what a block shows in the note it stands in, in steps where it takes long; drawing that is another piece of work. */
export type DrawBlock = (notePath: string) => Steps<VNode> | VNode;

/** A block in a note. It follows the index for as long as it is on the page, and draws only while it can be seen. */
export class BlockChild extends MarkdownRenderChild {
	hoverPopover: HoverPopover | null = null;
	readonly #parts: BlockParts;
	readonly #draw: DrawBlock;
	readonly #host: ViewHost;
	#path: string;
	#stale = false;
	/** Of several drawings that wait only the last is begun. */
	#turn = 0;
	#isDrawn = false;
	#gone = false;
	#isLoaded = false;
	readonly #signal: DrawnSignal;

	constructor(containerEl: HTMLElement, sourcePath: string, parts: BlockParts, draw: DrawBlock) {
		super(containerEl);
		this.#parts = parts;
		this.#draw = draw;
		this.#path = sourcePath;
		this.#signal = createDrawnSignal(containerEl);
		this.#host = {
			texts: parts.texts,
			language: parts.language,
			links: createLinkActions(parts.app, () => this.#path, this),
			copy: (text) => copyText(text, parts.texts.table),
			// Importing is the way on only where there is nothing yet.
			get importSources() {
				return holdsRecords(parts.indexer) ? undefined : parts.importSources;
			},
			staleBefore: parts.staleBefore,
			recordRun: parts.recordRun,
			edits: parts.edits,
			memory: parts.memories.of(() => this.#path),
		};
	}

	/** Resolves when it is drawn; undefined where it is not on a page yet, and nobody must wait for it. */
	get whenDrawn(): Promise<void> | undefined {
		return this.#isLoaded ? this.#signal.whenDrawn : undefined;
	}

	override onload(): void {
		this.#isLoaded = true;
		const { app, indexer } = this.#parts;
		this.containerEl.addClass("detection-vault-block");
		this.register(indexer.onChange(() => this.#refresh()));
		this.register(
			indexer.onState(() => {
				if (indexer.state.phase !== "ready") this.#refresh();
			}),
		);
		this.registerEvent(
			app.vault.on("rename", (file, oldPath) => {
				if (file instanceof TFile && oldPath === this.#path) this.#path = file.path;
			}),
		);
		this.#watchSight();
		this.#render();
	}

	override onunload(): void {
		this.#gone = true;
		this.#signal.end();
		render(null, this.containerEl);
	}

	#refresh(): void {
		if (this.containerEl.isShown()) this.#render();
		else this.#stale = true;
	}

	/** A block in a tab behind another one is drawn anew when it comes to the front. */
	#watchSight(): void {
		const observer = new IntersectionObserver(() => {
			if (this.#stale && this.containerEl.isShown()) this.#render();
		});
		observer.observe(this.containerEl);
		this.register(() => observer.disconnect());
	}

	#render(): void {
		this.#stale = false;
		const turn = ++this.#turn;
		// What a change made stale while it waited is not begun; what was begun goes on, or quick changes would leave nothing drawn.
		this.#parts.redraws.add(() => {
			if (turn !== this.#turn) return undefined;
			if (!this.#isEarly()) return this.#drawInSteps();
			this.#await();
			return undefined;
		});
	}

	/** Whether an answer would be one for the note as it was before, or for none. What is drawn stands until the index tells of the change. */
	#isEarly(): boolean {
		const { indexer } = this.#parts;
		return !this.#isDrawn && indexer.state.phase === "ready" && indexer.isAwaited(this.#path);
	}

	#await(): void {
		const { indexer, texts } = this.#parts;
		this.#show(<Reading text={texts.index.reading} />);
		void indexer.settle();
	}

	*#drawInSteps(): Steps<void> {
		const steps = this.#workOut();
		for (;;) {
			if (this.#gone) return;
			const { done, value } = steps.next();
			if (done === true) {
				// What a person may already read comes before what is still to be worked out.
				this.#parts.redraws.addFirst(() => this.#show(value));
				this.#isDrawn = this.#parts.indexer.state.phase === "ready";
				return;
			}
			yield;
		}
	}

	*#workOut(): Steps<VNode> {
		try {
			const drawn = this.#draw(this.#path);
			return Symbol.iterator in drawn ? yield* drawn : drawn;
		} catch (error) {
			const reason = errorMessage(error);
			return (
				<Message icon="alert-triangle" title={this.#parts.texts.table.error.drawing}>
					<p>{reason}</p>
				</Message>
			);
		}
	}

	#show(view: VNode): void {
		if (this.#gone) return;
		render(
			<HostContext.Provider value={this.#host}>{view}</HostContext.Provider>,
			this.containerEl,
		);
		this.#signal.show();
	}
}

function holdsRecords({ panelSources }: VaultIndexer): boolean {
	if (panelSources === undefined) return false;
	const { ruleCount, techniques } = panelSources.library;
	return ruleCount > 0 || techniques[Symbol.iterator]().next().done !== true;
}
