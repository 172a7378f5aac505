/** An object in a JSON text. */
export interface JsonObjectSpan {
	/** UTF-16 offsets of its braces, the end behind the closing one. */
	readonly start: number;
	readonly end: number;
	/** Its own keys, as written between the quotes. */
	readonly keys: ReadonlySet<string>;
	/** The objects inside it, at any depth of lists between. */
	readonly children: readonly JsonObjectSpan[];
}

interface OpenObject {
	readonly start: number;
	readonly keys: Set<string>;
	readonly children: JsonObjectSpan[];
}

/** A string, with the colon that makes it a key · a brace. */
const TOKEN = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/gs;

/** Finds the objects of a JSON text with their places, in one pass; the text need not be valid. Objects left open are not given. */
export function scanJsonObjects(text: string): readonly JsonObjectSpan[] {
	const roots: JsonObjectSpan[] = [];
	const open: OpenObject[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const [token, content, colon] = match;
		if (token === "{") open.push({ start: match.index, keys: new Set(), children: [] });
		else if (token === "}") {
			const object = open.pop();
			if (object === undefined) continue;
			(open.at(-1)?.children ?? roots).push({ ...object, end: match.index + 1 });
		} else if (colon !== undefined) open.at(-1)?.keys.add(content ?? "");
	}
	return roots;
}
