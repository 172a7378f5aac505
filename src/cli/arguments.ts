import { suggestName } from "../core/text/suggest-name";

/** What a command takes: how many values each option has. */
export interface CommandShape {
	/** Words without dashes: the least and the most that are taken. */
	readonly words: { readonly least: number; readonly most: number };
	/** Options by name; `many` takes every word up to the next option and may be repeated, `one` takes one, `none` is a switch. */
	readonly options: Readonly<Record<string, "none" | "one" | "many">>;
}

/** Arguments taken apart, or why they are wrong. */
export type ParsedArguments =
	| {
			readonly ok: true;
			readonly words: readonly string[];
			readonly values: ReadonlyMap<string, readonly string[]>;
	  }
	| { readonly ok: false; readonly message: string };

/**
 * Takes a command's arguments apart.
 *
 * `--` ends the options; a lone `-` is a word (standard input). A `many` option without any value is wrong, and so is an unknown one, or a
 * dash with one letter: no option is short, and a folder is not called `-n` by intent.
 */
export function parseArguments(args: readonly string[], shape: CommandShape): ParsedArguments {
	const words: string[] = [];
	const values = new Map<string, string[]>();
	let open: string | undefined;
	let ended = false;
	for (const arg of args) {
		if (!ended && arg === "--") {
			ended = true;
			open = undefined;
		} else if (!ended && arg.startsWith("--")) {
			const [name, inline] = splitOnce(arg.slice(2), "=");
			const kind = Object.hasOwn(shape.options, name) ? shape.options[name] : undefined;
			if (kind === undefined) return { ok: false, message: nameUnknown(name, shape) };
			if (kind === "one" && values.has(name))
				return { ok: false, message: `--${name} is given twice` };
			if (kind === "none" && inline !== undefined)
				return { ok: false, message: `--${name} takes no value` };
			const list = values.get(name) ?? [];
			values.set(name, list);
			if (inline !== undefined) list.push(inline);
			open = kind === "none" || (kind === "one" && inline !== undefined) ? undefined : name;
		} else if (
			!ended &&
			SHORT_OPTION.test(arg) &&
			(open === undefined || shape.options[open] === "many")
		) {
			return { ok: false, message: `unknown option ${arg}` };
		} else if (open === undefined) {
			words.push(arg);
		} else {
			values.get(open)?.push(arg);
			if (shape.options[open] === "one") open = undefined;
		}
	}
	const wrong = findWrong(words, values, shape);
	return wrong === undefined ? { ok: true, words, values } : { ok: false, message: wrong };
}

const SHORT_OPTION = /^-[a-z]$/i;

function nameUnknown(name: string, { options }: CommandShape): string {
	const near = suggestName(name, Object.keys(options));
	return `unknown option --${name}${near === undefined ? "" : `; did you mean --${near}?`}`;
}

function findWrong(
	words: readonly string[],
	values: ReadonlyMap<string, readonly string[]>,
	shape: CommandShape,
): string | undefined {
	for (const [name, list] of values) {
		if (shape.options[name] !== "none" && list.length === 0) return `--${name} needs a value`;
	}
	if (words.length < shape.words.least) return "an argument is missing";
	if (words.length > shape.words.most)
		return `unexpected argument ${words[shape.words.most] ?? ""}`;
	return undefined;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
	const at = text.indexOf(separator);
	return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
