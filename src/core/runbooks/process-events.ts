import type { KnownEvent, KnownText } from "./known-event";
import { knownEvent, knownText } from "./known-event";
import { locateProgram, nameProgram, originalName } from "./known-programs";
import type { Shell, ShellCommand } from "./split-commands";
import { splitCommands } from "./split-commands";

/** A command that starts a program, and what started it. */
export interface StartedCommand {
	readonly command: ShellCommand;
	readonly shell: Shell;
	/** The program, undefined where the shell carries the command out itself. */
	readonly program: { readonly name: string; readonly image: KnownText } | undefined;
	/** The shell's own program. */
	readonly parent: KnownText;
	/** The shell's own command line. */
	readonly parentLine: string;
}

/** A shell's text and what runs it. */
export interface ShellScript {
	readonly shell: Shell;
	readonly text: string;
	readonly image: KnownText;
	readonly name: string;
	/** How the shell is started. */
	readonly line: string;
	/** What starts it, undefined where that is not known. */
	readonly parent?: KnownText;
	readonly parentLine?: string;
}

/** Shells in shells are opened this deep. */
const DEEPEST = 2;

/** Words behind which a shell is given commands. */
const INNER: Readonly<Record<string, { readonly shell: Shell; readonly option: RegExp }>> = {
	cmd: { shell: "cmd", option: /^\/[ckr]$/i },
	powershell: { shell: "powershell", option: /^-c(?:ommand)?$|^&$/i },
	bash: { shell: "sh", option: /^-\w*c$/ },
	sh: { shell: "sh", option: /^-\w*c$/ },
	zsh: { shell: "sh", option: /^-\w*c$/ },
};

/** Lists the shells that a script opens, itself first: `cmd /c "…"` in PowerShell is one. */
export function listScripts(script: ShellScript, depth = 0): readonly ShellScript[] {
	if (depth >= DEEPEST) return [script];
	const inner = listStarted(script).flatMap((started): readonly ShellScript[] => {
		const { program, command, parent } = started;
		const opens = program && Object.hasOwn(INNER, program.name) ? INNER[program.name] : undefined;
		if (program === undefined || opens === undefined) return [];
		const at = command.words.findIndex((word) => opens.option.test(word));
		const text = command.words.slice(at + 1).join(" ");
		if (at < 1 || text === "") return [];
		const own = { shell: opens.shell, text, image: program.image, name: program.name };
		return listScripts(
			{ ...own, line: command.text, parent, parentLine: started.parentLine },
			depth + 1,
		);
	});
	return [script, ...inner];
}

/** Lists the commands that a script runs in any case. */
export function listStarted({ shell, text, image, line }: ShellScript): readonly StartedCommand[] {
	return splitCommands(text, shell).flatMap((command): StartedCommand[] => {
		const asked = shell === "cmd" ? dropStart(command) : command;
		const bare = shell === "sh" ? dropSudo(asked) : dropCall(asked);
		if (bare === undefined) return [];
		const program = shell === "sh" ? findUnix(bare) : findWindows(bare, shell);
		return [{ command: bare, shell, program, parent: image, parentLine: line }];
	});
}

/** Makes the event of a shell that is started with its commands. */
export function openShell({ name, image, line, parent, parentLine }: ShellScript): KnownEvent {
	return knownEvent("process.create", {
		"process.executable": image,
		"process.name": nameOf(image),
		"process.command_line": describeLine(line),
		"process.pe.original_file_name": originalName(name),
		"process.parent.executable": parent,
		"process.parent.name": parent && nameOf(parent),
		"process.parent.command_line": parentLine === undefined ? undefined : describeLine(parentLine),
	});
}

/** Makes the event of a program that a shell starts; none where it carries the command out itself. */
export function startProgram({
	command,
	program,
	shell,
	parent,
	parentLine,
}: StartedCommand): readonly KnownEvent[] {
	if (program === undefined) return [];
	const line = shell === "sh" ? command.words.join(" ") : command.text.replace(/^[&.] */, "");
	const event = knownEvent("process.create", {
		"process.executable": program.image,
		"process.name": nameOf(program.image),
		"process.command_line": describeLine(line),
		"process.pe.original_file_name": originalName(program.name),
		"process.parent.executable": parent,
		"process.parent.name": nameOf(parent),
		"process.parent.command_line": describeLine(parentLine),
	});
	return [event];
}

/** Gives the base name of a program's path. */
export function nameOf({ texts }: KnownText): KnownText {
	const names = texts.map((text) =>
		text.slice(Math.max(text.lastIndexOf("\\"), text.lastIndexOf("/")) + 1),
	);
	return knownText("whole", ...names);
}

/** A command line as far as it is written: variables, other commands' output and open inputs stand for what is not known. */
function describeLine(line: string): KnownText {
	const hasHoles = /\$|`|%\w+%|![A-Za-z_]\w*!|#\{|PathToAtomicsFolder/.test(line);
	return knownText(hasHoles ? "part" : "line", line.trim());
}

/** `start "title" /b program …` of cmd: quotes behind it are the window's title. */
const START = /^start\s+(?:"[^"]*"\s*)?(?:\/\S+\s+)*/i;

function dropStart(command: ShellCommand): ShellCommand {
	const prefix = START.exec(command.text)?.[0];
	const [started] =
		prefix === undefined ? [] : splitCommands(command.text.slice(prefix.length), "cmd");
	return started === undefined ? command : { ...started, outputs: command.outputs };
}

function dropCall(command: ShellCommand): ShellCommand | undefined {
	const skipped = command.words.findIndex((word) => !/^(?:call|&|\.)$/i.test(word));
	return skipped === -1 ? undefined : { ...command, words: command.words.slice(skipped) };
}

/** What stands before the program: variables that are set for it, and programs that start another. */
function dropSudo(command: ShellCommand): ShellCommand | undefined {
	const skipped = command.words.findIndex(
		(word) => !/^(?:sudo|nohup|exec|time|env|command|!|-[EnHk]|\w+=.*)$/.test(word),
	);
	return skipped === -1 ? undefined : { ...command, words: command.words.slice(skipped) };
}

const UNIX_BUILT_IN: ReadonlySet<string> = new Set(
	(
		". : [ [[ alias bg break cd continue declare echo eval exit export false fg getopts hash history jobs let local popd printf " +
		"pushd pwd read return set shift shopt source test trap true type typeset ulimit umask unalias unset wait then do else elif"
	).split(" "),
);

function findUnix({ words }: ShellCommand): StartedCommand["program"] {
	const word = words[0] ?? "";
	const name = word.slice(word.lastIndexOf("/") + 1);
	if (!/^[A-Za-z][\w.+-]{0,60}$/.test(name) || UNIX_BUILT_IN.has(name)) return undefined;
	if (word.includes("$")) return undefined;
	const image = word.startsWith("/") ? knownText("whole", word) : knownText("end", `/${name}`);
	return { name, image };
}

function findWindows(
	{ words }: ShellCommand,
	shell: "cmd" | "powershell",
): StartedCommand["program"] {
	const word = words[0] ?? "";
	const name = nameProgram(word, shell);
	return name === undefined ? undefined : { name, image: locateProgram(name, word) };
}
