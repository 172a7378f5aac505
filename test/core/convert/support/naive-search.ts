import type { NoteRecord } from "../../../../src/core/index/note-record";

type Test = (note: NoteRecord) => boolean;

/**
 * Gives a test of whether Obsidian's search finds a note, for searches of tags, paths, file names and properties (its help, "Search"). It goes
 * through the search word by word and knows nothing of the code that turns it.
 */
export function compileSearch(search: string): Test {
	const tokens =
		search.match(
			/\[[^\]]*\]|[a-z-]*:?\s?"(?:[^"\\]|\\.)*"|[a-z]+:\s*[^\s()]+|-(?=\S)|\(|\)|OR\b|[^\s()]+/g,
		) ?? [];
	let at = 0;
	const readAny = (): Test => {
		const sides = [readAll()];
		while (tokens[at] === "OR") {
			at++;
			sides.push(readAll());
		}
		return (of) => sides.some((side) => side(of));
	};
	const readAll = (): Test => {
		const sides: Test[] = [];
		while (at < tokens.length && tokens[at] !== "OR" && tokens[at] !== ")") sides.push(readOne());
		return (of) => sides.every((side) => side(of));
	};
	const readOne = (): Test => {
		const token = tokens[at++] ?? "";
		if (token === "-") {
			const inner = readOne();
			return (of) => !inner(of);
		}
		if (token !== "(") return readTerm(token);
		const inner = readAny();
		at++;
		return inner;
	};
	return readAny();
}

function readTerm(token: string): Test {
	const property = /^\[([^:\]]+)(?::(.*))?\]$/s.exec(token);
	if (property !== null) {
		const [, name = "", text] = property;
		return ({ properties }) =>
			Object.hasOwn(properties, name) && (text === undefined || hasValue(properties[name], text));
	}
	const [, operator, raw = ""] = /^([a-z]+):(.*)$/s.exec(token) ?? [];
	const word = raw.trim();
	const text = (
		word.startsWith('"') ? word.slice(1, -1).replaceAll('\\"', '"') : word
	).toLowerCase();
	if (operator === "tag") {
		const wanted = `#${text.replace(/^#/, "")}`;
		return ({ tags }) =>
			tags.some(
				(tag) => tag.toLowerCase() === wanted || tag.toLowerCase().startsWith(`${wanted}/`),
			);
	}
	if (operator === "path") return ({ path }) => path.toLowerCase().includes(text);
	if (operator === "file") {
		return ({ path }) =>
			path
				.slice(path.lastIndexOf("/") + 1)
				.toLowerCase()
				.includes(text);
	}
	throw new Error(`no ${token} here`);
}

function hasValue(value: unknown, text: string): boolean {
	if (value === null || value === undefined) return false;
	const written = Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
	return written.toLowerCase().includes(text.replace(/^"|"$/g, "").toLowerCase());
}
