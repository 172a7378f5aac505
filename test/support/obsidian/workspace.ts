import type { App, TFile, View, ViewState } from "obsidian";
import { ItemView, MarkdownView, Workspace, WorkspaceLeaf } from "obsidian-test-mocks/obsidian";
import { guard, hostOf } from "./host";
import { setIcon } from "./icons";
import { memberOf, patch } from "./patch";
import { placeLeaf, showLeaf, type Side } from "./workspace-layout";

interface LeafSelf {
	app__: App;
	view: OpenView | null;
	file: TFile | null;
	leafEl__: HTMLElement;
	viewState: ViewState;
	detach(): void;
	setViewState(state: ViewState, eState?: unknown): Promise<void>;
	closeView__(): Promise<void>;
	openView__(type: string): Promise<void>;
}

interface OpenView {
	containerEl: HTMLElement;
	load(): void;
	unload(): void;
	onOpen(): Promise<void>;
	onClose(): Promise<void>;
	setState(state: unknown, result: unknown): Promise<void>;
	getState(): Record<string, unknown>;
	getDisplayText(): string;
	getViewType(): string;
}

interface WorkspaceSelf {
	app: App;
	containerEl: HTMLElement;
	activeLeaf: LeafSelf | null;
	leaves: LeafSelf[];
	getLeaf(where?: unknown): LeafSelf;
	setActiveLeaf(leaf: LeafSelf): void;
	trigger(name: string, ...data: unknown[]): void;
}

function createView(leaf: LeafSelf, type: string): OpenView | null {
	const create = hostOf(leaf.app__).views.get(type);
	if (create !== undefined) return create(leaf as never) as unknown as OpenView;
	return type === "markdown"
		? (MarkdownView.create2__(leaf as never) as unknown as OpenView)
		: null;
}

function installLeaf(): void {
	const setViewState = memberOf<(state: ViewState, eState?: unknown) => Promise<void>>(
		WorkspaceLeaf,
		"setViewState",
	);
	const detach = memberOf<() => void>(WorkspaceLeaf, "detach");
	patch<LeafSelf>(WorkspaceLeaf, {
		constructor3__() {
			this.leafEl__ = createDiv({ cls: "workspace-leaf" });
			placeLeaf(this.app__.workspace.containerEl, this.leafEl__, "root");
		},
		async closeView__() {
			const { view } = this;
			if (view === null) return;
			this.view = null;
			await guard(this.app__, () => view.onClose());
			view.unload();
			view.containerEl.remove();
		},
		async openView__(type: string) {
			this.view = createView(this, type);
			if (this.view === null) return;
			this.view.containerEl.dataset["type"] = type;
			this.leafEl__.append(this.view.containerEl);
			this.view.load();
			await this.view.onOpen();
		},
		async setViewState(state: ViewState, eState?: unknown) {
			await setViewState.call(this, state, eState);
			if (this.view?.getViewType() !== state.type) {
				await this.closeView__();
				await this.openView__(state.type);
			}
			await this.view?.setState(state.state ?? {}, {});
			const title = this.leafEl__.querySelector(".view-header-title");
			title?.replaceChildren(this.view?.getDisplayText() ?? "");
			this.app__.workspace.trigger("layout-change");
			if (state.active === true) this.app__.workspace.setActiveLeaf(this as never);
		},
		async openFile(file: TFile, openState?: { active?: boolean; state?: object }) {
			this.file = file;
			const state = { ...openState?.state, file: file.path };
			await this.setViewState({ type: "markdown", state, active: openState?.active ?? true });
			this.app__.workspace.trigger("file-open", file);
		},
		getViewState() {
			return { ...this.viewState, state: this.view?.getState() ?? this.viewState.state ?? {} };
		},
		detach() {
			void this.closeView__();
			this.leafEl__.remove();
			detach.call(this);
			this.app__.workspace.trigger("layout-change");
		},
	});
}

function installSides(): void {
	for (const [name, side] of Object.entries({ getLeftLeaf: "left", getRightLeaf: "right" })) {
		const original = memberOf<() => LeafSelf>(Workspace, name);
		patch<WorkspaceSelf>(Workspace, {
			[name]() {
				const leaf = original.call(this);
				placeLeaf(this.containerEl, leaf.leafEl__, side as Side);
				return leaf;
			},
		});
	}
	patch<WorkspaceSelf & Record<"getLeftLeaf" | "getRightLeaf", () => LeafSelf>>(Workspace, {
		async ensureSideLeaf(
			type: string,
			side: Side,
			options: { active?: boolean; state?: object } = {},
		) {
			const found = this.leaves.find((each) => each.viewState.type === type);
			const leaf = found ?? (side === "left" ? this.getLeftLeaf() : this.getRightLeaf());
			const { active = false, state = {} } = options;
			if (found === undefined) await leaf.setViewState({ type, state: { ...state }, active });
			showLeaf(leaf.leafEl__);
			return leaf;
		},
	});
}

function installWorkspaceMembers(): void {
	const setActiveLeaf = memberOf<(leaf: LeafSelf) => void>(Workspace, "setActiveLeaf");
	patch<WorkspaceSelf>(Workspace, {
		setActiveLeaf(leaf: LeafSelf) {
			showLeaf(leaf.leafEl__);
			setActiveLeaf.call(this, leaf);
		},
		getActiveViewOfType(type: new (...args: never[]) => View) {
			const view = this.activeLeaf?.view ?? null;
			return view instanceof type ? view : null;
		},
		getActiveFile() {
			const view = this.activeLeaf?.view as { file?: TFile | null } | null | undefined;
			if (view === null || view === undefined || !("file" in view)) return null;
			return view.file ?? null;
		},
		async openLinkText(linktext: string, sourcePath: string, where?: unknown) {
			const linkpath = linktext.replace(/#.*$/, "");
			const { metadataCache, vault } = this.app;
			const path = linkpath === "" ? sourcePath : linkpath;
			const found =
				metadataCache.getFirstLinkpathDest(path, sourcePath) ?? vault.getFileByPath(path);
			const file = found ?? (await vault.create(path.replace(/(?:\.md)?$/, ".md"), ""));
			await this.getLeaf(where).setViewState({
				type: "markdown",
				state: { file: file.path },
				active: true,
			});
			this.trigger("file-open", file);
		},
	});
}

function installItemView(): void {
	patch<{ containerEl: HTMLElement; contentEl: HTMLElement }>(ItemView, {
		constructor3__() {
			this.containerEl.addClass("workspace-leaf-content");
			this.contentEl.addClass("view-content");
			const header = createDiv({ cls: "view-header" });
			header.createDiv({ cls: "view-header-title-container" }).createDiv("view-header-title");
			header.createDiv({ cls: "view-actions" });
			this.containerEl.prepend(header);
		},
		addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown) {
			const el = createEl("a", { cls: "clickable-icon view-action" });
			el.setAttribute("aria-label", title);
			setIcon(el, icon);
			el.addEventListener("click", (event) => void callback(event));
			this.containerEl.querySelector(".view-actions")?.append(el);
			return el;
		},
	});
}

/** Makes leaves build and show the views that plugins register, and notes open in them. */
export function installWorkspace(): void {
	installLeaf();
	installSides();
	installWorkspaceMembers();
	installItemView();
}
