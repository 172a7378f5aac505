import { Notice } from "obsidian";
import type { Plugin } from "obsidian";
import type { KnownTest } from "../../core/executions/test-index";
import type { PanelSources } from "../../core/panels/technique-panel";
import type { RecordRun } from "../views/view-host";
import { CampaignModal } from "./campaign-modal";
import { listTestsOfNote } from "./choose-tests";
import type { ExecutionParts } from "./execution-parts";
import { ExportModal } from "./export-modal";
import { openTests } from "./open-vault-runs";
import { RecordModal } from "./record-modal";
import { TestModal } from "./test-modal";
import { UnmatchedModal } from "./unmatched-modal";

/** What other parts of the plugin do about test runs. */
export interface ExecutionActions {
	/** Lists the runs that no test is linked to. */
	readonly showUnmatched: () => void;
	/** Opens the form for the tests of a note. */
	readonly recordRun: RecordRun;
}

/** Adds the commands about test runs; `importLogs` opens the import window. */
export function registerExecutions(
	plugin: Plugin,
	parts: ExecutionParts,
	importLogs: () => void,
): ExecutionActions {
	const { texts } = parts;
	const { commands, notReady } = texts.executions;
	const current = (): PanelSources | undefined =>
		parts.indexer.state.phase === "ready" ? parts.indexer.panelSources : undefined;
	let stopWaiting: (() => void) | undefined;
	plugin.register(() => stopWaiting?.());
	const withSources = (work: (sources: PanelSources) => void) => (): void => {
		stopWaiting?.();
		const sources = current();
		if (sources !== undefined) {
			work(sources);
			return;
		}
		new Notice(notReady);
		stopWaiting = parts.indexer.onState(() => {
			if (current() !== undefined) withSources(work)();
		});
	};
	const actions: ExecutionActions = {
		showUnmatched: withSources(() => new UnmatchedModal(parts, current).open()),
		recordRun: (path, guid) => withSources((sources) => recordRun(parts, sources, path, guid))(),
	};
	plugin.addCommand({
		id: "record-test-run",
		name: commands.record,
		icon: "clipboard-pen",
		callback: withSources((sources) =>
			recordRun(parts, sources, parts.app.workspace.getActiveFile()?.path),
		),
	});
	plugin.addCommand({
		id: "import-execution-logs",
		name: commands.importLogs,
		icon: "file-input",
		callback: importLogs,
	});
	plugin.addCommand({
		id: "show-unmatched-runs",
		name: commands.unmatched,
		icon: "unlink",
		callback: actions.showUnmatched,
	});
	plugin.addCommand({
		id: "export-executions",
		name: commands.export,
		icon: "file-output",
		callback: withSources((sources) => new ExportModal(parts, sources).open()),
	});
	plugin.addCommand({
		id: "create-campaign",
		name: commands.campaign,
		icon: "flag",
		callback: () => new CampaignModal(parts).open(),
	});
	return actions;
}

/** From a note that is about tests, the form offers these; from any other a person chooses one of all. */
function recordRun(
	parts: ExecutionParts,
	sources: PanelSources,
	path: string | undefined,
	guid?: string,
): void {
	const { app, texts } = parts;
	const tests = openTests(sources);
	const own = path === undefined ? [] : listTestsOfNote(path, sources, tests);
	const open = (offered: readonly KnownTest[]): void =>
		new RecordModal(parts, sources, putFirst(offered, guid)).open();
	if (own.length > 0) open(own);
	else if (tests.all.length === 0) new Notice(texts.executions.noTests);
	else {
		const { placeholder } = texts.executions.unmatched;
		new TestModal(app, tests.all, placeholder, (test) => open([test])).open();
	}
}

/** The form opens on the first test. */
function putFirst(tests: readonly KnownTest[], guid: string | undefined): readonly KnownTest[] {
	if (guid === undefined) return tests;
	return [
		...tests.filter(({ test }) => test.guid === guid),
		...tests.filter(({ test }) => test.guid !== guid),
	];
}
