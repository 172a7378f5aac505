import { Modal, Notice } from "obsidian";
import { render } from "preact";
import { readLabInputs } from "../../core/executions/read-lab-inputs";
import type { RecordedRun } from "../../core/executions/record-run";
import { recordRun } from "../../core/executions/record-run";
import type { KnownTest } from "../../core/executions/test-index";
import { noteName } from "../../core/index/paths";
import type { PanelSources } from "../../core/panels/technique-panel";
import { offerRules } from "../../core/runbooks/offer-rules";
import { createVaultNotes } from "../ports/vault-notes";
import { explainRule } from "../views/runbooks/explain-rule";
import type { TestOffer } from "../views/executions/test-offer";
import { RecordView } from "../views/executions/record-view";
import type { ExecutionParts } from "./execution-parts";
import { openRunPlace } from "./open-vault-runs";
import { errorMessage } from "../../core/text/error-message";

/** The form in which a person records a run of a test that took place. */
export class RecordModal extends Modal {
	readonly #parts: ExecutionParts;
	readonly #sources: PanelSources;
	readonly #tests: readonly KnownTest[];

	constructor(parts: ExecutionParts, sources: PanelSources, tests: readonly KnownTest[]) {
		super(parts.app);
		this.#parts = parts;
		this.#sources = sources;
		this.#tests = tests;
	}

	override onOpen(): void {
		const { texts, settings } = this.#parts;
		this.modalEl.addClass("detection-vault-import-modal", "detection-vault-run-modal");
		this.setTitle(texts.executions.record.title);
		render(
			<RecordView
				tests={this.#tests}
				campaigns={this.#listCampaigns()}
				operator={settings.current().operator}
				texts={texts.executions}
				explain={(rule) => explainRule(rule, texts.runbooks.why)}
				offer={(test) => this.#offer(test)}
				save={(run) => this.#save(run)}
				close={() => this.close()}
			/>,
			this.contentEl,
		);
	}

	override onClose(): void {
		render(null, this.contentEl);
	}

	/** Notes with the tag, and those that runs link to already, by name. */
	#listCampaigns(): readonly string[] {
		const { indexer } = this.#parts;
		const tagged = [...indexer.index.tagged("#campaign")].map(({ path }) => noteName(path));
		const used = [...this.#sources.library.executions].flatMap(({ campaign }) => campaign ?? []);
		return [...new Set([...tagged, ...used.map(noteName)])].sort();
	}

	async #offer(known: KnownTest): Promise<TestOffer> {
		const { app } = this.#parts;
		const { library, resolver } = this.#sources;
		const file = app.vault.getFileByPath(known.runbook.path);
		const text = file === null ? "" : await app.vault.cachedRead(file);
		const resolve = (id: string): string => resolver.resolve(id).id;
		return {
			inputs: readLabInputs(text, known.test.guid),
			...offerRules(known, text, { library, resolve }),
		};
	}

	/** Gives why it could not be written; undefined where it was. */
	async #save(run: RecordedRun): Promise<string | undefined> {
		const { app, texts } = this.#parts;
		const { path, text } = recordRun(run, openRunPlace(this.#parts));
		const words = texts.executions.record;
		try {
			const isWritten = await createVaultNotes(app).writeNote(path, text, undefined);
			if (!isWritten) return words.failed(path);
		} catch (error) {
			return words.failed(errorMessage(error));
		}
		new Notice(words.written(path));
		this.close();
		await app.workspace.openLinkText(path, "");
		return undefined;
	}
}
