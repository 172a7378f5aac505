import { describe, expect, test } from "vitest";
import type { Command } from "../../../src/cli/command";
import { executionsCommand } from "../../../src/cli/commands/executions";
import { guidsCommand } from "../../../src/cli/commands/guids";
import { importCommand } from "../../../src/cli/commands/import";
import { initCommand } from "../../../src/cli/commands/init";
import { inspectCommand } from "../../../src/cli/commands/inspect";
import { panelCommand } from "../../../src/cli/commands/panel";
import { pruneCommand } from "../../../src/cli/commands/prune";
import { queryCommand } from "../../../src/cli/commands/query";
import { undoCommand } from "../../../src/cli/commands/undo";
import { runCli } from "../../../src/cli/run-cli";
import { firstCells, readText } from "../../support/read-docs";

const page = readText("docs/command-line.md");
const commands: Readonly<Record<string, Command>> = {
	init: initCommand,
	import: importCommand,
	undo: undoCommand,
	prune: pruneCommand,
	guids: guidsCommand,
	panel: panelCommand,
	query: queryCommand,
	inspect: inspectCommand,
	executions: executionsCommand,
};

/** Commands in the order in which the page has them, with what is said of each. */
const sections = new Map(
	page
		.split(/^## /m)
		.slice(1)
		.map((section) => [/^\w+/.exec(section)?.[0] ?? "", section]),
);

describe("the page about the command line", () => {
	test("has each command that the program has, and no other", async () => {
		let help = "";
		await runCli(["help"], {
			...{ out: (text: string) => void (help += text), err: () => undefined, home: "" },
			...{ readInput: () => Promise.resolve(""), thread: undefined, interactive: false },
			cancelled: () => false,
		});
		const named = new Set([...help.matchAll(/^detection-vault (\w+)/gm)].map(([, name]) => name));
		expect([...sections.keys()].sort()).toEqual([...named].sort());
		expect(Object.keys(commands).sort()).toEqual([...named].sort());
	});

	test.each(Object.entries(commands))("has each option of %s, and no other", (name, command) => {
		const cells = firstCells(sections.get(name) ?? "");
		const documented = cells.map((cell) => /--([\w-]+)/.exec(cell)?.[1]);
		expect([...documented].sort()).toEqual(Object.keys(command.shape.options).sort());
		for (const option of Object.keys(command.shape.options)) {
			expect(command.usage).toContain(`--${option}`);
		}
	});
});
