import { Plugin, debounce, getLanguage } from "obsidian";
import { staleBefore } from "./core/executions/run-summary";
import { SILENT_PROGRESS } from "./core/ports/progress";
import { isKnowledgePath, openKnowledge } from "./core/ingest/open-knowledge";
import { registerCodeBlock } from "./obsidian/blocks/code-block";
import type { BlockParts } from "./obsidian/blocks/block-child";
import { createRedrawQueue } from "./obsidian/blocks/redraw-queue";
import { rememberTables } from "./obsidian/blocks/remember-tables";
import { registerDataviewBlocks } from "./obsidian/blocks/dataview-blocks";
import { registerCli } from "./obsidian/cli/register-cli";
import { addDashboards } from "./obsidian/commands/add-dashboards";
import { registerConvertCommands } from "./obsidian/commands/convert-blocks";
import { offerStart } from "./obsidian/commands/offer-start";
import { rebuildIndex } from "./obsidian/commands/rebuild-index";
import { registerCommands } from "./obsidian/commands/register-commands";
import { registerConflicts } from "./obsidian/conflicts/register-conflicts";
import { registerEditCommands } from "./obsidian/commands/register-edit-commands";
import { PropertyEdits } from "./obsidian/edit/property-edits";
import { registerExecutions } from "./obsidian/executions/register-executions";
import { registerFinding } from "./obsidian/finding/register-finding";
import { ImportManager } from "./obsidian/import/import-manager";
import { readPluginStamp } from "./obsidian/import/plugin-stamp";
import { openVaultStore } from "./obsidian/indexing/open-vault-store";
import { VaultIndexer } from "./obsidian/indexing/vault-indexer";
import { registerMatrix } from "./obsidian/matrix/register-matrix";
import { registerPane } from "./obsidian/pane/register-pane";
import { createVaultNotes } from "./obsidian/ports/vault-notes";
import { registerRunbooks } from "./obsidian/runbooks/register-runbooks";
import type { SettingContext } from "./obsidian/settings/setting-context";
import { openSettings } from "./obsidian/settings/settings-store";
import type { SettingsStore } from "./obsidian/settings/settings-store";
import { DetectionVaultSettingTab } from "./obsidian/settings/settings-tab";
import { StatusBar } from "./obsidian/status-bar";
import { createTexts } from "./obsidian/text/create-texts";
import type { Texts } from "./obsidian/text/en";
import { HOVER_SOURCE } from "./obsidian/views/link-actions";

/** The plugin: what it registers, and when. */
export default class DetectionVaultPlugin extends Plugin {
	#settings: SettingsStore | undefined;
	#offerStart: (() => void) | undefined;

	override async onload(): Promise<void> {
		const language = getLanguage();
		const texts = createTexts(language);
		const store = await openSettings(this);
		this.#settings = store;
		const indexer = this.addChild(
			new VaultIndexer(this.app, {
				openStore: () => openVaultStore(this.app, this.manifest.version),
				openKnowledge: (breathe) =>
					openKnowledge(createVaultNotes(this.app), store.current().folders, breathe),
				isKnowledge: (path) => isKnowledgePath(store.current().folders, path),
			}),
		);
		const imports = this.addChild(
			new ImportManager(this.app, {
				...{ settings: store, language },
				texts: texts.import,
				adding: texts.settings.sources.add,
				linkRuns: () => runs.showUnmatched(),
				showConflicts: () => conflicts.open(),
				readStamp: () => readPluginStamp(this.app, this.manifest),
			}),
		);
		const conflicts = registerConflicts(this, {
			...{ app: this.app, texts, folders: () => store.current().folders },
			prepare: () => imports.prepare(SILENT_PROGRESS),
		});
		this.addChild(new StatusBar(this.addStatusBarItem(), { indexer, imports, conflicts }, texts));
		this.#followHome(store, indexer);
		const importSources = (): void => imports.open();
		const runs = registerExecutions(
			this,
			{ ...{ app: this.app, indexer, texts }, settings: store },
			importSources,
		);
		const actions = {
			importSources,
			updateSources: () => imports.updateAll(),
			undoImport: () => imports.undo(),
			rebuildIndex: () => void rebuildIndex(indexer, texts.index),
			addDashboards: () =>
				void addDashboards(this.app, store.current().folders.home, texts.dashboards),
		};
		this.#offerStart = () =>
			offerStart(this.app, store.current().folders.home, texts.dashboards, actions.addDashboards);
		const redraws = createRedrawQueue();
		const edits = new PropertyEdits({
			app: this.app,
			index: () => indexer.index,
			texts: texts.table.edit,
		});
		const blocks: BlockParts = {
			...{ app: this.app, indexer, texts, language, importSources, redraws, edits },
			memories: rememberTables(this),
			staleBefore: () => staleBefore(new Date().toISOString(), store.current().staleAfterDays),
			recordRun: runs.recordRun,
			runbooks: registerRunbooks(this, texts),
		};
		registerCodeBlock(this, blocks);
		registerDataviewBlocks(this, blocks, store);
		registerCommands(this, texts, actions);
		registerEditCommands(this, texts.commands, edits);
		registerPane(this, blocks, registerFinding(this, blocks, store));
		registerMatrix(this, {
			...{ app: this.app, indexer, texts, language, importSources },
			staleBefore: blocks.staleBefore,
			home: () => store.current().folders.home,
			onSettings: (listener) => store.onChange(listener),
		});
		registerConvertCommands(this, texts.convert, () => indexer.index);
		registerCli(this, {
			...{ indexer, imports, settings: store, language },
			texts: texts.cli,
			version: this.manifest.version,
		});
		this.registerHoverLinkSource(HOVER_SOURCE, { display: this.manifest.name, defaultMod: true });
		this.#addSettings(texts, { language, store, actions });
	}

	#addSettings(texts: Texts, parts: Pick<SettingContext, "language" | "store" | "actions">): void {
		this.addSettingTab(
			new DetectionVaultSettingTab(this.app, this, {
				texts: texts.settings,
				import: texts.import,
				kinds: texts.import.kinds,
				finding: texts.finding.settings,
				executions: texts.executions.settings,
				...parts,
			}),
		);
	}

	/** What rules are understood with lies in the home folder. */
	#followHome(store: SettingsStore, indexer: VaultIndexer): void {
		let { home } = store.current().folders;
		const refresh = debounce(() => indexer.refreshKnowledge(), 1000, true);
		this.register(() => refresh.cancel());
		this.register(
			store.onChange(({ folders }) => {
				if (folders.home !== home) refresh();
				({ home } = folders);
			}),
		);
	}

	override onUserEnable(): void {
		this.#offerStart?.();
	}

	override async onExternalSettingsChange(): Promise<void> {
		await this.#settings?.reload();
	}
}
