import type { Plugin } from "obsidian";
import type { CliCommand, CliParts } from "./cli-parts";
import { importCommand } from "./import-command";
import { rebuildCommand, statusCommand } from "./index-commands";
import { inspectCommand } from "./inspect-command";
import { panelCommand } from "./panel-command";
import { queryCommand } from "./query-command";
import { undoCommand } from "./undo-command";
import { errorMessage } from "../../core/text/error-message";

/**
 * Adds the plugin's commands to Obsidian's command line, `detection-vault` and `detection-vault:import` and so on.
 *
 * Where the app has none, as on phones, nothing happens. A name that is taken already must not keep the plugin from loading.
 */
export function registerCli(plugin: Plugin, parts: CliParts): void {
	const { registerCliHandler: register } = plugin as Partial<Plugin>;
	if (register === undefined) return;
	const { id } = plugin.manifest;
	const commands = listCommands(parts);
	const help = commands.map(({ name, description }) => `${id}:${name}  ${description}`);
	for (const command of [statusCommand(parts, help), ...commands]) {
		const name = command.name === "" ? id : `${id}:${command.name}`;
		try {
			register.call(plugin, name, command.description, command.flags, (data) =>
				answer(command, data, parts),
			);
		} catch (error) {
			console.warn(`${name} is not on the command line`, error);
		}
	}
}

function listCommands(parts: CliParts): readonly CliCommand[] {
	return [
		importCommand(parts),
		undoCommand(parts),
		queryCommand(parts),
		panelCommand(parts),
		inspectCommand(parts),
		rebuildCommand(parts),
	];
}

/** What a note says must not steer the terminal that shows it. */
const CONTROLS = /[^\P{Cc}\n\r\t]/gu;

async function answer(
	command: CliCommand,
	data: Parameters<CliCommand["run"]>[0],
	{ texts }: CliParts,
): Promise<string> {
	try {
		return (await command.run(data)).replace(CONTROLS, " ");
	} catch (error) {
		return texts.failed(errorMessage(error));
	}
}
