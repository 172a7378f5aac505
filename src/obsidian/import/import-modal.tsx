import { Modal, Notice, Platform } from "obsidian";
import type { App } from "obsidian";
import { render } from "preact";
import { openVaultSource } from "../ports/vault-sources";
import type { RememberedSource, SourceKind } from "../settings/plugin-settings";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";
import { ImportContext } from "../views/import/import-host";
import type { ImportViewHost } from "../views/import/import-host";
import { ImportView } from "../views/import/import-view";
import type { ChosenSource } from "./chosen-source";
import type { ImportSession } from "./import-session";
import { VaultSourceModal } from "./vault-source-modal";

/** What the import window is made of. */
export interface ImportModalParts {
	readonly session: ImportSession;
	readonly settings: SettingsStore;
	readonly texts: Texts["import"];
	readonly language: string;
	/** Called once the window is closed. */
	readonly onClosed: () => void;
}

/** The import window. The session goes on without it. */
export class ImportModal extends Modal {
	readonly #parts: ImportModalParts;

	constructor(app: App, parts: ImportModalParts) {
		super(app);
		this.#parts = parts;
	}

	override onOpen(): void {
		this.modalEl.addClass("detection-vault-import-modal");
		this.setTitle(this.#parts.texts.title);
		render(
			<ImportContext.Provider value={this.#createHost()}>
				<ImportView />
			</ImportContext.Provider>,
			this.contentEl,
		);
	}

	override onClose(): void {
		render(null, this.contentEl);
		this.#parts.onClosed();
	}

	#createHost(): ImportViewHost {
		const { session, settings, texts, language } = this.#parts;
		const { attackVersion, sources } = settings.current();
		return {
			session,
			texts,
			language,
			attackVersion,
			canChooseFolders: Platform.isDesktop,
			remembered: sources,
			chooseInVault: (kind, choose) => this.#chooseInVault(kind, choose),
			openRemembered: (source) => this.#openRemembered(source),
			openNote: (path) => {
				this.close();
				void this.app.workspace.openLinkText(path, "", "tab");
			},
			close: () => this.close(),
			tell: (message) => new Notice(message),
		};
	}

	#chooseInVault(kind: SourceKind, choose: (source: ChosenSource) => void): void {
		const { vaultPlaceholder } = this.#parts.texts.choose;
		new VaultSourceModal(this.app, kind, vaultPlaceholder, ({ path }) => {
			const input = openVaultSource(this.app, path);
			if (input !== undefined) choose({ kind, input, vaultPath: path });
		}).open();
	}

	#openRemembered({ kind, vaultPath }: RememberedSource): ChosenSource | undefined {
		if (vaultPath === null) return undefined;
		const input = openVaultSource(this.app, vaultPath);
		return input === undefined ? undefined : { kind, input, vaultPath };
	}
}
