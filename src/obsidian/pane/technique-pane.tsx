import { debounce, ItemView, TFile } from "obsidian";
import type { HoverParent, HoverPopover, ViewStateResult, WorkspaceLeaf } from "obsidian";
import { render } from "preact";
import type { VNode } from "preact";
import type { NoteSubject, SubjectSources } from "../../core/panels/note-subject";
import { readMentions, readSubject } from "../../core/panels/note-subject";
import { copyText } from "../views/copy-text";
import { createLinkActions } from "../views/link-actions";
import { Reading, Waiting } from "../views/outcome/query-view";
import { PaneContext } from "../views/pane/pane-host";
import { FIRST_PANE_STATE, readPaneState } from "../views/pane/pane-state";
import type { PaneState } from "../views/pane/pane-state";
import { PaneView } from "../views/pane/pane-view";
import { PanelMessage } from "../views/panels/panel-message";
import { HostContext } from "../views/view-host";
import type { ViewHost } from "../views/view-host";
import type { PaneParts } from "./pane-parts";

/** The pane's type in Obsidian. */
export const PANE_TYPE = "detection-vault-technique-pane";

/** Milliseconds: a note that comes sooner after another is one that a person passes over, and waits for as long. */
const PASSING = 60;
/** Files whose text is searched for techniques. */
const SEARCHED = new Set(["md", "canvas"]);

/** Shows in a sidebar what the vault knows of the note that a person works on. It draws only while it can be seen. */
export class TechniquePane extends ItemView implements HoverParent {
	hoverPopover: HoverPopover | null = null;
	override navigation = false;
	override icon = "panel-right";
	readonly #parts: PaneParts;
	readonly #host: ViewHost;
	readonly #settle = debounce(() => this.#look(), PASSING, true);
	#root: HTMLElement | undefined;
	#state: PaneState = FIRST_PANE_STATE;
	#path: string | undefined;
	/** When it changed, as `performance.now` has it. */
	#changed = -Infinity;
	/** Another number for every note that is shown: what is drawn of one is not taken over for the next. */
	#visit = 0;
	#drawn = -1;
	/** To ask the element, or to set its place, while it is drawn would lay out the whole window. */
	#scrolled = false;
	#stale = false;
	/** Only the last of several pieces of work may draw. */
	#turn = 0;

	constructor(leaf: WorkspaceLeaf, parts: PaneParts) {
		super(leaf);
		this.#parts = parts;
		const { app, texts, language, importSources, staleBefore, recordRun } = parts;
		this.#host = {
			...{ texts, language, importSources, staleBefore, recordRun },
			links: createLinkActions(app, () => this.#path ?? "", this),
			copy: (text) => copyText(text, texts.table),
		};
	}

	override getViewType(): string {
		return PANE_TYPE;
	}

	override getDisplayText(): string {
		return this.#parts.texts.pane.title;
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), ...this.#state };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		await super.setState(state, result);
		this.#state = readPaneState(state);
		this.#refresh();
	}

	protected override async onOpen(): Promise<void> {
		const { app, indexer } = this.#parts;
		this.contentEl.addClass("detection-vault-pane-view");
		this.#root = this.contentEl.createDiv({ cls: "detection-vault-block detection-vault-pane" });
		this.registerEvent(app.workspace.on("file-open", () => this.#follow()));
		this.registerEvent(app.workspace.on("active-leaf-change", () => this.#follow()));
		this.registerEvent(
			app.vault.on("rename", (file, oldPath) => {
				if (file instanceof TFile && oldPath === this.#path) this.#path = file.path;
			}),
		);
		this.registerDomEvent(this.contentEl, "scroll", () => {
			this.#scrolled = this.contentEl.scrollTop > 0;
		});
		this.register(indexer.onChange(() => this.#refresh()));
		this.register(
			indexer.onState(() => {
				if (indexer.state.phase !== "ready") this.#refresh();
			}),
		);
		this.register(() => this.#settle.cancel());
		this.#watchSight();
		this.#look();
		this.#refresh();
		await Promise.resolve();
	}

	protected override async onClose(): Promise<void> {
		this.#turn++;
		if (this.#root !== undefined) render(null, this.#root);
		this.#root = undefined;
		await Promise.resolve();
	}

	override onResize(): void {
		this.#catchUp();
	}

	/** A pane behind another one is drawn anew when it comes to the front, in whatever window. */
	#watchSight(): void {
		const observer = new IntersectionObserver(() => this.#catchUp());
		observer.observe(this.contentEl);
		this.register(() => observer.disconnect());
		this.register(this.contentEl.onWindowMigrated(() => this.#refresh()));
	}

	#catchUp(): void {
		if (this.#stale && this.contentEl.isShown()) this.#refresh();
	}

	/** A note is followed at once, but not each of those that a person passes over, nor the moment between one that closes and the next. */
	#follow(): void {
		const isPassing = performance.now() - this.#changed < PASSING;
		if (isPassing || this.#parts.app.workspace.getActiveFile() === null) this.#settle();
		else this.#look();
	}

	/** The active note stays the one that it was while a person works in the pane. */
	#look(): void {
		const { workspace } = this.#parts.app;
		const file = workspace.getActiveFile();
		if (file === null && workspace.getActiveViewOfType(ItemView) === this) return;
		if (file?.path === this.#path) return;
		this.#path = file?.path;
		this.#changed = performance.now();
		this.#visit++;
		if (this.#state.technique !== null) this.#state = { ...this.#state, technique: null };
		this.#refresh();
	}

	readonly #remember = (state: PaneState): void => {
		if (state.technique !== this.#state.technique) this.#visit++;
		this.#state = state;
		void this.#parts.app.workspace.requestSaveLayout();
		this.#refresh();
	};

	#refresh(): void {
		if (this.#root === undefined) return;
		this.#stale = !this.contentEl.isShown();
		if (this.#stale) return;
		const turn = ++this.#turn;
		// A person looks at the pane for the note that they opened: it does not wait for that note's own blocks.
		this.#parts.redraws.addFirst(() => {
			if (turn === this.#turn) void this.#workOut(turn);
		});
	}

	async #workOut(turn: number): Promise<void> {
		const { indexer, records, redraws } = this.#parts;
		const { sources } = records;
		const { state } = indexer;
		if (state.phase !== "ready" || sources === undefined) {
			const isFailed = state.phase === "failed";
			this.#show(
				isFailed ? <PanelMessage kind="failed" detail={state.reason} /> : <Waiting state={state} />,
			);
			return;
		}
		if (this.#drawn !== this.#visit && indexer.isAwaited(this.#path ?? "")) {
			// What the index has of a note that was just made, or edited and then opened, is not what it says.
			this.#show(<Reading text={this.#parts.texts.index.reading} />);
			void indexer.settle();
			return;
		}
		const found = this.#readSubject({ panels: sources, notes: indexer.index });
		const subject = found instanceof Promise ? await found : found;
		redraws.addFirst(() => {
			if (turn === this.#turn) this.#show(<PaneView key={this.#visit} subject={subject} />);
		});
	}

	#readSubject(
		sources: SubjectSources,
	): NoteSubject | undefined | Promise<NoteSubject | undefined> {
		const path = this.#path;
		if (path === undefined) return undefined;
		return readSubject(sources.panels, path) ?? this.#readMentions(sources, path);
	}

	async #readMentions(sources: SubjectSources, path: string): Promise<NoteSubject> {
		const isSearched = SEARCHED.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
		const text = isSearched ? await this.#parts.readNote(path) : undefined;
		return readMentions(sources, path, text ?? "");
	}

	#show(view: VNode): void {
		const { indexer, records, readNote, goToTechnique } = this.#parts;
		const { sources } = records;
		if (this.#root === undefined) return;
		const { generation, knowledgeProblems: problems } = indexer;
		const pane = sources && {
			...{ sources, generation, problems, readNote, goToTechnique },
			...{ state: this.#state, remember: this.#remember, panelOf: records.panel },
		};
		render(
			<HostContext.Provider value={this.#host}>
				<PaneContext.Provider value={pane}>{view}</PaneContext.Provider>
			</HostContext.Provider>,
			this.#root,
		);
		if (this.#drawn !== this.#visit && this.#scrolled) this.contentEl.scrollTop = 0;
		this.#drawn = this.#visit;
	}
}
