import { ItemView, debounce } from "obsidian";
import type { WorkspaceLeaf } from "obsidian";
import { render } from "preact";
import { ConflictsView } from "../views/conflicts/conflicts-view";
import { ConflictDesk } from "./conflict-desk";
import type { ConflictParts } from "./conflict-parts";

/** Type of the list's view. */
export const CONFLICTS_VIEW = "detection-vault-conflicts-view";

/** Milliseconds after a change of the notes until the list follows. */
const SETTLE_AFTER = 300;

/** The list of import conflicts and tuned rules, in the main area. */
export class ConflictsItemView extends ItemView {
	override navigation = true;
	override icon = "git-compare";
	readonly #parts: ConflictParts;
	readonly #desk: ConflictDesk;
	#tab: "notes" | "tuned" = "notes";
	#isOpen = false;

	constructor(leaf: WorkspaceLeaf, parts: ConflictParts) {
		super(leaf);
		this.#parts = parts;
		this.#desk = new ConflictDesk(parts.app, parts.texts.conflicts, parts.folders, () =>
			this.#draw(),
		);
	}

	getViewType(): string {
		return CONFLICTS_VIEW;
	}

	getDisplayText(): string {
		return this.#parts.texts.conflicts.title;
	}

	override async onOpen(): Promise<void> {
		await super.onOpen();
		this.#isOpen = true;
		this.contentEl.addClass("detection-vault-conflicts-view");
		const settled = debounce(() => void this.#desk.refresh(this.#tab), SETTLE_AFTER, true);
		this.register(() => settled.cancel());
		this.registerEvent(this.app.metadataCache.on("changed", settled));
		this.registerEvent(this.app.vault.on("delete", settled));
		this.registerEvent(this.app.vault.on("rename", settled));
		this.#draw();
		void this.#desk.refresh(this.#tab);
	}

	override async onClose(): Promise<void> {
		this.#isOpen = false;
		this.#desk.stop();
		render(null, this.contentEl);
		await super.onClose();
	}

	#draw(): void {
		if (!this.#isOpen) return;
		const { texts, app } = this.#parts;
		render(
			<ConflictsView
				state={this.#desk.state}
				tab={this.#tab}
				texts={texts.conflicts}
				diffTexts={texts.import.plan}
				onTab={(tab) => {
					this.#tab = tab;
					this.#draw();
					void this.#desk.refresh(tab);
				}}
				onResolve={(note, item, choice) => void this.#desk.resolve(note, item, choice)}
				onResolveAll={(choice) => void this.#desk.resolveAll(choice)}
				onUndo={() => void this.#desk.undo()}
				onOpen={(path) => void app.workspace.openLinkText(path, "", "tab")}
			/>,
			this.contentEl,
		);
	}
}
