import { MarkdownView, Notice, TFile } from "obsidian";
import type { App, Editor, Plugin } from "obsidian";
import { addTest } from "../../core/notes/runbook/add-test";
import type { NewTest } from "../../core/notes/runbook/add-test";
import { giveGuids } from "../../core/notes/runbook/give-guids";
import { readRunbook } from "../../core/notes/runbook/read-runbook";
import type { Texts } from "../text/en";
import type { RunbookActions } from "../views/runbooks/runbook-view";
import { AddTestModal } from "./add-test-modal";
import { registerCommandButtons } from "./command-buttons";
import { CommandCopier } from "./command-copier";
import { isRunbook } from "./is-runbook";
import { errorMessage } from "../../core/text/error-message";

/** Adds what a person does in a runbook: copying commands with this lab's values, and adding tests of their own. */
export function registerRunbooks(plugin: Plugin, texts: Texts): RunbookActions {
	const { app } = plugin;
	const copier = new CommandCopier(app, texts);
	registerCommandButtons(plugin, texts, copier);
	const actions: RunbookActions = {
		copyCommand: (_, { test }) => copier.copyRun(test),
		addTest: (path) => askForTest(app, path, texts.runbooks),
	};
	plugin.addCommand({
		id: "add-test",
		name: texts.runbooks.commands.add,
		icon: "plus",
		checkCallback: inRunbook(app, ({ path }) => actions.addTest(path)),
	});
	plugin.addCommand({
		id: "give-guids",
		name: texts.runbooks.commands.giveGuids,
		icon: "fingerprint",
		checkCallback: inRunbook(app, (file) => void giveGuidsIn(app, file, texts.runbooks)),
	});
	plugin.addCommand({
		id: "copy-with-lab-values",
		name: texts.runbooks.commands.copy,
		icon: "copy",
		editorCheckCallback: (isChecking, editor, { file }) => {
			if (file === null || !isRunbookFile(app, file)) return false;
			if (!isChecking) copyAtCursor(editor, copier, texts.runbooks);
			return true;
		},
	});
	return actions;
}

/** Makes the check of a command that acts on a runbook: the active file is one. */
function inRunbook(app: App, act: (file: TFile) => void): (isChecking: boolean) => boolean {
	return (isChecking) => {
		const file = app.workspace.getActiveFile();
		if (file === null || !isRunbookFile(app, file)) return false;
		if (!isChecking) act(file);
		return true;
	};
}

function isRunbookFile(app: App, file: TFile): boolean {
	return isRunbook(app.metadataCache.getFileCache(file)?.frontmatter);
}

async function giveGuidsIn(app: App, file: TFile, texts: Texts["runbooks"]): Promise<void> {
	let count = 0;
	try {
		await app.vault.process(file, (text) => {
			const { text: after, given } = giveGuids(text, () => crypto.randomUUID());
			count = given.length;
			return after;
		});
		new Notice(texts.guidsGiven(count));
	} catch (error) {
		new Notice(texts.add.failed(errorMessage(error)));
	}
}

/** Copies the command that the cursor is in, else what runs the test that it is in. */
function copyAtCursor(editor: Editor, copier: CommandCopier, texts: Texts["runbooks"]): void {
	const line = editor.getCursor().line + 1;
	const test = readRunbook(editor.getValue()).find(
		(each) => each.line <= line && line <= each.last,
	);
	if (test === undefined) {
		new Notice(texts.nothingToCopy);
		return;
	}
	const command = test.commands.find((each) => each.line <= line && line <= each.last);
	if (command === undefined) copier.copyRun(test);
	else copier.copy(test, command.text);
}

function askForTest(app: App, path: string, texts: Texts["runbooks"]): void {
	new AddTestModal(app, texts.add, (answers) => {
		const test = { ...answers, guid: crypto.randomUUID() };
		writeTest(app, path, test).then(
			() => new Notice(texts.add.added),
			(error: unknown) => new Notice(texts.add.failed(errorMessage(error))),
		);
	}).open();
}

/** Writes the test and shows it, where its note is open. */
async function writeTest(app: App, path: string, test: NewTest): Promise<void> {
	const file = app.vault.getAbstractFileByPath(path);
	if (!(file instanceof TFile)) throw new Error(path);
	let line = 0;
	await app.vault.process(file, (text) => {
		const added = addTest(text, test);
		line = added.line;
		return added.text;
	});
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	if (view?.file === file) view.setEphemeralState({ line });
}
