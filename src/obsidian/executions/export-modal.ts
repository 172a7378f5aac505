import { FuzzySuggestModal, Notice } from "obsidian";
import { exportRuns, RUN_EXTENSIONS, RUN_FORMATS } from "../../core/executions/export/export-runs";
import type { RunFormat } from "../../core/executions/export/export-runs";
import type { PanelSources } from "../../core/panels/technique-panel";
import { saveFile } from "../matrix/save-file";
import type { ExecutionParts } from "./execution-parts";
import { errorMessage } from "../../core/text/error-message";

/** Lets a person choose what the vault's runs are exported as, and saves the file in the home folder. */
export class ExportModal extends FuzzySuggestModal<RunFormat> {
	readonly #parts: ExecutionParts;
	readonly #sources: PanelSources;

	constructor(parts: ExecutionParts, sources: PanelSources) {
		super(parts.app);
		this.#parts = parts;
		this.#sources = sources;
		this.setPlaceholder(parts.texts.executions.export.placeholder);
	}

	override getItems(): RunFormat[] {
		return [...RUN_FORMATS];
	}

	override getItemText(format: RunFormat): string {
		return this.#parts.texts.executions.export.formats[format];
	}

	override onChooseItem(format: RunFormat): void {
		void this.#save(format);
	}

	async #save(format: RunFormat): Promise<void> {
		const { app, indexer, settings, texts } = this.#parts;
		const words = texts.executions.export;
		const { library, resolver } = this.#sources;
		if (library.runs.all.length === 0) {
			new Notice(words.none);
			return;
		}
		const now = new Date().toISOString();
		const domain = "enterprise";
		const attackVersion = indexer.attack?.versions.get(domain) ?? null;
		const text = exportRuns(format, {}, { library, resolver, now, attackVersion, domain });
		const folder = `${settings.current().folders.home}/Exports`;
		const name = `${words.name} ${now.slice(0, 10)} ${format}`;
		try {
			new Notice(words.saved(await saveFile(app, folder, name, RUN_EXTENSIONS[format], text)));
		} catch (error) {
			new Notice(words.failed(errorMessage(error)));
		}
	}
}
