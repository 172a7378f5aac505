import type { Command, Streams } from "./command";
import { parseArguments } from "./arguments";
import { guidsCommand } from "./commands/guids";
import { importCommand } from "./commands/import";
import { executionsCommand } from "./commands/executions";
import { initCommand } from "./commands/init";
import { inspectCommand } from "./commands/inspect";
import { panelCommand } from "./commands/panel";
import { pruneCommand } from "./commands/prune";
import { queryCommand } from "./commands/query";
import { undoCommand } from "./commands/undo";
import { describeError } from "./describe-error";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
	["init", initCommand],
	["import", importCommand],
	["undo", undoCommand],
	["prune", pruneCommand],
	["guids", guidsCommand],
	["inspect", inspectCommand],
	["panel", panelCommand],
	["query", queryCommand],
	["executions", executionsCommand],
]);

/** Exit codes of the contract. */
const EXIT = { done: 0, problems: 1, usage: 2, failed: 3 } as const;

/** Runs the command line over given arguments and streams, and gives the exit code. Never throws. */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === "help" || name === "--help" || name === "-h") {
		streams.out(describeAll());
		return name === undefined ? EXIT.usage : EXIT.done;
	}
	const command = COMMANDS.get(name);
	if (command === undefined) {
		streams.err(`detection-vault: unknown command ${name}\n\n${describeAll()}`);
		return EXIT.usage;
	}
	if (rest.includes("--help")) {
		streams.out(`${command.usage}\n`);
		return EXIT.done;
	}
	const parsed = parseArguments(rest, command.shape);
	if (!parsed.ok) {
		streams.err(`detection-vault ${name}: ${parsed.message}\n\n${command.usage}\n`);
		return EXIT.usage;
	}
	try {
		return await command.run(parsed, streams);
	} catch (error) {
		streams.err(`detection-vault ${name}: ${describeError(error)}\n`);
		return EXIT.failed;
	}
}

function describeAll(): string {
	const usages = [...COMMANDS.values()].map((command) => command.usage).join("\n\n");
	return `Detection Vault: ATT&CK, detection rules and testing runbooks as linked notes.\n\n${usages}\n`;
}
