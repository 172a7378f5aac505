import { FuzzySuggestModal, TFile, TFolder } from "obsidian";
import type { App, TAbstractFile } from "obsidian";
import { compareCodeUnits } from "../../core/text/compare";
import { SOURCE_EXTENSIONS } from "../settings/remembered-source";
import type { SourceKind } from "../settings/remembered-source";

/** Lets a person choose a file, zip or folder that already lies in the vault: the way in on a phone. */
export class VaultSourceModal extends FuzzySuggestModal<TAbstractFile> {
	readonly #kind: SourceKind;
	readonly #choose: (file: TAbstractFile) => void;

	constructor(
		app: App,
		kind: SourceKind,
		placeholder: string,
		choose: (file: TAbstractFile) => void,
	) {
		super(app);
		this.#kind = kind;
		this.#choose = choose;
		this.setPlaceholder(placeholder);
	}

	override getItems(): TAbstractFile[] {
		const extensions = new Set(SOURCE_EXTENSIONS[this.#kind]);
		return this.app.vault
			.getAllLoadedFiles()
			.filter((file) =>
				file instanceof TFolder
					? !file.isRoot()
					: file instanceof TFile && extensions.has(file.extension.toLowerCase()),
			)
			.sort(
				(a, b) =>
					Number(a instanceof TFile) - Number(b instanceof TFile) ||
					compareCodeUnits(a.path, b.path),
			);
	}

	override getItemText(file: TAbstractFile): string {
		return file instanceof TFolder ? `${file.path}/` : file.path;
	}

	override onChooseItem(file: TAbstractFile): void {
		this.#choose(file);
	}
}
