import { setIcon } from "obsidian";
import type { MarkdownPostProcessorContext, Plugin } from "obsidian";
import { listPlaceholders } from "../../core/notes/runbook/fill-arguments";
import type { RunbookCommand, RunbookTest } from "../../core/notes/runbook/read-runbook";
import { readRunbook } from "../../core/notes/runbook/read-runbook";
import type { Texts } from "../text/en";
import type { CommandCopier } from "./command-copier";
import { isRunbook } from "./is-runbook";
import { maskCells } from "./mask-cells";

/** After the code blocks and tables are there. */
const ORDER = 100;

/** Puts a button below each command of a runbook that copies it with this lab's values, and hides the secrets of its inputs. */
export function registerCommandButtons(plugin: Plugin, texts: Texts, copier: CommandCopier): void {
	const read = createReader();
	plugin.registerMarkdownPostProcessor((el, context) => {
		const codes = el.querySelectorAll<HTMLElement>("pre > code");
		const tables = el.querySelectorAll<HTMLTableElement>("table");
		if (codes.length + tables.length === 0 || !isRunbook(context.frontmatter)) return;
		for (const table of tables)
			maskCells(table, texts.runbooks, (value) => copier.copyValue(value));
		if (codes.length === 0) return;
		const found = findCommands(el, context, read);
		codes.forEach((code, index) => {
			const command = found[index]?.command;
			const fence = code.parentElement;
			if (command === undefined || fence === null) return;
			addButton(fence, command, texts.runbooks, () => {
				// Values may have been filled in since: only the part of the note that changed is drawn anew.
				const now = findCommands(el, context, read)[index] ?? found[index];
				if (now !== undefined) copier.copy(now.test, now.command.text);
			});
		});
	}, ORDER);
}

interface FoundCommand {
	readonly test: RunbookTest;
	readonly command: RunbookCommand;
}

/** A note is drawn section by section, and all of it is the same text. */
function createReader(): (text: string) => readonly RunbookTest[] {
	let last = "";
	let tests: readonly RunbookTest[] = [];
	return (text) => {
		if (text !== last) {
			last = text;
			tests = readRunbook(text);
		}
		return tests;
	};
}

/** The commands in the lines that an element shows. */
function findCommands(
	el: HTMLElement,
	context: MarkdownPostProcessorContext,
	read: (text: string) => readonly RunbookTest[],
): readonly FoundCommand[] {
	const place = context.getSectionInfo(el);
	if (place === null) return [];
	const { text, lineStart, lineEnd } = place;
	return read(text).flatMap((test) =>
		test.commands
			.filter(({ line, last }) => line - 1 >= lineStart && last - 1 <= lineEnd)
			.map((command) => ({ test, command })),
	);
}

function addButton(
	fence: HTMLElement,
	{ part, text }: RunbookCommand,
	texts: Texts["runbooks"],
	copy: () => void,
): void {
	const bar = createDiv({ cls: "detection-vault-command-bar" });
	const button = bar.createEl("button", {
		attr: { type: "button" },
		cls: "detection-vault-command-copy",
	});
	setIcon(button.createSpan({ attr: { "aria-hidden": "true" } }), "copy");
	button.createSpan({ text: texts.parts[part] });
	button.addEventListener("click", copy);
	const names = listPlaceholders(text);
	if (names.length > 0)
		bar.createSpan({ text: texts.takes(names.join(", ")), cls: "detection-vault-hint" });
	fence.after(bar);
}
