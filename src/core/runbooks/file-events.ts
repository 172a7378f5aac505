import type { KnownEvent, KnownText } from "./known-event";
import { knownEvent, knownText } from "./known-event";
import { nameOf } from "./process-events";
import type { StartedCommand } from "./process-events";
import { readParameters } from "./read-parameters";

/** Gives the events of the files that a command writes: its output's, and those of commands and cmdlets that say which file they write. */
export function writeFiles(started: StartedCommand): readonly KnownEvent[] {
	const { command, program, parent, shell } = started;
	const own = listWritten(started);
	const image = program?.image ?? parent;
	return [
		...command.outputs.flatMap((path) => writeFile(path, parent, shell === "sh")),
		...own.flatMap((path) => writeFile(path, image, shell === "sh")),
	];
}

function listWritten({ command: { words }, shell }: StartedCommand): readonly string[] {
	const name = (words[0] ?? "").toLowerCase();
	const plain = words.slice(1).filter((word) => !/^[-/]\w*$/.test(word));
	if (shell === "cmd") return name === "copy" ? lastOf(plain, 2) : [];
	if (shell === "sh") {
		if (name === "cp") return lastOf(plain, 2);
		if (name === "touch" || name === "tee") return plain;
		if (name === "curl") return behind(words, "-o", "--output");
		return name === "wget" ? behind(words, "-O", "--output-document") : [];
	}
	const taken = (positional: readonly string[], ...names: readonly string[]): readonly string[] => {
		const given = readParameters(words, positional);
		return names.flatMap((one) => given.get(one) ?? []).slice(0, 1);
	};
	switch (name) {
		case "out-file":
			return taken(["filepath"], "filepath", "literalpath");
		case "set-content":
		case "add-content":
			return taken(["path", "value"], "path", "literalpath");
		case "copy-item":
			return taken(["path", "destination"], "destination");
		case "invoke-webrequest":
		case "iwr":
		case "wget":
		case "curl":
			return taken(["uri"], "outfile");
		default:
			return [];
	}
}

/** The last of at least so many words. */
function lastOf(words: readonly string[], least: number): readonly string[] {
	return words.length < least ? [] : words.slice(-1);
}

function behind(words: readonly string[], ...options: readonly string[]): readonly string[] {
	const at = words.findIndex((word) => options.includes(word));
	return at === -1 ? [] : words.slice(at + 1, at + 2);
}

function writeFile(written: string, image: KnownText, isUnix: boolean): readonly KnownEvent[] {
	const path = describePath(written, isUnix);
	if (path === undefined) return [];
	return [
		knownEvent("file.create", {
			"file.path": path,
			"file.name": nameOf(path),
			"file.extension": extensionOf(path),
			"process.executable": image,
			"process.name": nameOf(image),
		}),
	];
}

/** Undefined for devices, folders, and names that variables make. */
function describePath(written: string, isUnix: boolean): KnownText | undefined {
	const slash = isUnix ? "/" : "\\";
	const path = isUnix ? written : written.replaceAll("/", "\\");
	const from = Math.max(
		...["%", "$", "~", "#{", "PathToAtomicsFolder"].map((sign) => path.lastIndexOf(sign)),
	);
	const known = from === -1 ? path : path.slice(indexBehind(path, slash, from));
	const name = path.slice(path.lastIndexOf(slash) + 1);
	if (!/^\w[\w.+ -]*$|^\.\w[\w.-]*$/.test(name) || /^(?:nul|con)$/i.test(name)) return undefined;
	if (path.startsWith("/dev/") || /["'*?`<>|]/.test(path)) return undefined;
	const isWhole = from === -1 && (isUnix ? path.startsWith("/") : /^[a-z]:\\/i.test(path));
	if (isWhole) return knownText("whole", path);
	return knownText("end", known.startsWith(slash) ? known : slash + known.replace(/^\.[\\/]/, ""));
}

function indexBehind(path: string, slash: string, from: number): number {
	const at = path.indexOf(slash, from);
	return at === -1 ? path.length : at;
}

function extensionOf(path: KnownText): KnownText | undefined {
	const found = path.texts.flatMap((text) => /\.(\w{1,10})$/.exec(text)?.[1] ?? []);
	return found.length === 0 ? undefined : knownText("whole", ...found);
}
