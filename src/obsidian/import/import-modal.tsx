import { Modal, Notice, Platform } from "obsidian";
import type { App } from "obsidian";
import { render } from "preact";
import { openVaultSource } from "../ports/vault-sources";
import { AddSourceModal } from "../settings/add-source-modal";
import { isSameSource } from "../settings/remembered-source";
import type { RememberedSource, SourceKind } from "../settings/remembered-source";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";
import { ImportContext } from "../views/import/import-host";
import type { ImportViewHost } from "../views/import/import-host";
import { ImportView } from "../views/import/import-view";
import type { ChosenSource } from "./chosen-source";
import type { ImportSession } from "./import-session";
import { openRemembered } from "./open-remembered";
import { VaultSourceModal } from "./vault-source-modal";

/** What the import window is made of. */
export interface ImportModalParts {
	readonly session: ImportSession;
	readonly settings: SettingsStore;
	readonly texts: Texts["import"];
	/** Text of the window in which sources are added. */
	readonly adding: Texts["settings"]["sources"]["add"];
	readonly language: string;
	/** Lists the test runs that no test is linked to. */
	readonly linkRuns: () => void;
	/** Shows the list of conflicts. */
	readonly showConflicts: () => void;
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
		const { attackVersion } = settings.current();
		return {
			session,
			texts,
			language,
			attackVersion,
			canChooseFolders: Platform.isDesktop,
			get remembered() {
				return settings.current().sources;
			},
			chooseInVault: (kind, choose) => this.#chooseInVault(kind, choose),
			openRemembered: (source) => openRemembered(this.app, source, texts.download),
			addPublished: (kind) => this.#addPublished(kind),
			allowDownload: (source) => void this.#allowDownload(source),
			openNote: (path) => {
				this.close();
				void this.app.workspace.openLinkText(path, "", "tab");
			},
			linkRuns: () => {
				this.close();
				this.#parts.linkRuns();
			},
			showConflicts: () => {
				this.close();
				this.#parts.showConflicts();
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

	#addPublished(kind: SourceKind): void {
		const { settings, session, texts, adding } = this.#parts;
		const add = async (source: RememberedSource): Promise<void> => {
			const { sources } = settings.current();
			if (sources.some((known) => isSameSource(known, source))) return;
			await settings.change({ sources: [...sources, source] });
			// The window draws itself anew with the session.
			session.add([]);
		};
		new AddSourceModal(this.app, {
			...{ texts: adding, kinds: texts.kinds, published: kind },
			add: (source) => void add(source),
		}).open();
	}

	async #allowDownload(source: RememberedSource): Promise<void> {
		const { settings, session, texts } = this.#parts;
		const allowed = { ...source, online: true };
		const { sources } = settings.current();
		await settings.change({
			sources: sources.map((known) => (isSameSource(known, source) ? allowed : known)),
		});
		const opened = openRemembered(this.app, allowed, texts.download);
		if (opened !== undefined) session.add([opened]);
	}
}
