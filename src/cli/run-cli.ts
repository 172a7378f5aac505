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
import { suggestName } from "../core/text/suggest-name";
import { readVersion } from "../node/read-version";
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
	try {
		return await runCommand(args, streams);
	} catch (error) {
		streams.err(`detection-vault ${args[0] ?? ""}: ${describeError(error)}\n`);
		return EXIT.failed;
	}
}

async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined) {
		streams.err(describeAll());
		return EXIT.usage;
	}
	if (name === "--version") {
		streams.out(`${readVersion(streams.home)}\n`);
		return EXIT.done;
	}
	const asksHelp = name === "help" || isHelp(name);
	const wanted = asksHelp ? rest[0] : name;
	const command = COMMANDS.get(wanted ?? "");
	if (wanted !== undefined && command === undefined) {
		streams.err(`detection-vault: ${nameUnknown(wanted)}\n`);
		return EXIT.usage;
	}
	if (asksHelp || command === undefined || beforeDashes(rest).some(isHelp)) {
		streams.out(command === undefined ? describeAll() : `${command.usage}\n`);
		return EXIT.done;
	}
	const parsed = parseArguments(rest, command.shape);
	if (!parsed.ok) {
		streams.err(`detection-vault ${name}: ${parsed.message}\n\n${command.usage}\n`);
		return EXIT.usage;
	}
	return command.run(parsed, streams);
}

function isHelp(word: string): boolean {
	return word === "--help" || word === "-h";
}

/** What follows two dashes are words, whatever they look like. */
function beforeDashes(words: readonly string[]): readonly string[] {
	const end = words.indexOf("--");
	return end === -1 ? words : words.slice(0, end);
}

function nameUnknown(name: string): string {
	const near = suggestName(name, COMMANDS.keys());
	const known = [...COMMANDS.keys()].join(", ");
	const advice = near === undefined ? `the commands are ${known}` : `did you mean ${near}?`;
	return `unknown command ${name}; ${advice}\ndetection-vault help shows how each is used`;
}

function describeAll(): string {
	const usages = [...COMMANDS.values()].map((command) => command.usage).join("\n\n");
	return `Detection Vault: ATT&CK, detection rules and testing runbooks as linked notes.\n\n${usages}\n`;
}
