import { FuzzySuggestModal } from "obsidian";
import type { App } from "obsidian";
import { PUBLISHED_SOURCES } from "../download/published-sources";
import { VaultSourceModal } from "../import/vault-source-modal";
import type { Texts } from "../text/en";
import { SOURCE_KINDS, newSource } from "./remembered-source";
import type { RememberedSource, SourceKind } from "./remembered-source";

/** What adding a source needs. */
export interface AddSourceParts {
	readonly texts: Texts["settings"]["sources"]["add"];
	readonly kinds: Texts["import"]["kinds"];
	readonly add: (source: RememberedSource) => void;
	/** Offers what is published of this kind alone. */
	readonly published?: SourceKind;
}

/** A way to add a source. */
interface Way {
	readonly text: string;
	readonly take: () => void;
}

/** Lets a person add a source: one that is published, a place in this vault, or another address. */
export class AddSourceModal extends FuzzySuggestModal<Way> {
	readonly #parts: AddSourceParts;

	constructor(app: App, parts: AddSourceParts) {
		super(app);
		this.#parts = parts;
		this.setPlaceholder(parts.texts.placeholder);
	}

	override getItems(): Way[] {
		const { texts, kinds, add, published } = this.#parts;
		if (published !== undefined) return this.#listPublished(published);
		return [
			...SOURCE_KINDS.map((kind) => ({
				text: texts.vault(kinds[kind].name),
				take: () => this.#addFromVault(kind),
			})),
			...SOURCE_KINDS.flatMap((kind) => this.#listPublished(kind)),
			...SOURCE_KINDS.map((kind) => ({
				text: texts.address(kinds[kind].name),
				take: () => add(newSource({ kind, name: texts.unnamed, address: "" })),
			})),
		];
	}

	override getItemText({ text }: Way): string {
		return text;
	}

	override onChooseItem({ take }: Way): void {
		take();
	}

	#listPublished(wanted: SourceKind): Way[] {
		const { texts, kinds, add } = this.#parts;
		return PUBLISHED_SOURCES.filter(({ kind }) => kind === wanted).map(
			({ kind, name, address }) => ({
				text: texts.published(name, kinds[kind].name),
				take: () => add(newSource({ kind, name, address })),
			}),
		);
	}

	#addFromVault(kind: SourceKind): void {
		const { texts, add } = this.#parts;
		new VaultSourceModal(this.app, kind, texts.vaultPlaceholder, ({ path }) => {
			add(newSource({ kind, name: path, vaultPath: path }));
		}).open();
	}
}
