import { FuzzySuggestModal, TFolder } from "obsidian";
import type { App } from "obsidian";
import { compareCodeUnits } from "../../core/text/compare";
import type { Texts } from "../text/en";

/** Lets a person choose the folder whose notes are looked through; the whole vault is the first. */
export class BlockFolderModal extends FuzzySuggestModal<TFolder> {
	readonly #texts: Texts["convert"];
	readonly #choose: (folder: TFolder) => void;

	constructor(app: App, texts: Texts["convert"], choose: (folder: TFolder) => void) {
		super(app);
		this.#texts = texts;
		this.#choose = choose;
		this.setPlaceholder(texts.chooseFolder);
	}

	override getItems(): TFolder[] {
		return this.app.vault
			.getAllLoadedFiles()
			.filter((file) => file instanceof TFolder)
			.sort((a, b) => Number(b.isRoot()) - Number(a.isRoot()) || compareCodeUnits(a.path, b.path));
	}

	override getItemText(folder: TFolder): string {
		return folder.isRoot() ? this.#texts.wholeVault : `${folder.path}/`;
	}

	override onChooseItem(folder: TFolder): void {
		this.#choose(folder);
	}
}
