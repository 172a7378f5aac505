import { asTable, ownValue } from "../../formats/values";
import { parseYaml } from "../../formats/yaml";
import { splitLines } from "../document/lines";

/** One property of a front matter with the text it is written as. */
export interface PropertyChunk {
	readonly key: string;
	/** Comments and empty lines that stand before it, each ended by its line break; "" for none. */
	readonly lead: string;
	/** Its own lines: the key, the value, nested lines and comments among them. */
	readonly raw: string;
	/** As the core schema reads it (`formats/yaml.ts`). */
	readonly value: unknown;
}

/** A front matter taken apart, or why it cannot be. `lead`, `raw` and `tail` joined in order are the text again. */
export type PropertyLines =
	| {
			readonly ok: true;
			readonly chunks: readonly PropertyChunk[];
			/** Comments and empty lines behind the last property. */
			readonly tail: string;
	  }
	| {
			readonly ok: false;
			/** 1-based line in the text given, null where the whole is meant. */
			readonly line: number | null;
			readonly message: string;
	  };

const ENTANGLED = "the properties cannot be told apart";

interface RawChunk {
	readonly lead: string;
	raw: string;
	readonly line: number;
}

/**
 * Takes the text between a note's `---` lines apart into its properties, byte for byte.
 *
 * Refused are texts that are no YAML mapping, hold a property twice, or spread one property's meaning over several (anchors, `<<`):
 * whoever merges must leave such a front matter alone.
 */
export function readPropertyLines(text: string): PropertyLines {
	const whole = parseYaml(text);
	if (!whole.ok) return { ok: false, line: whole.failure.line, message: whole.failure.message };
	const { raws, tail } = splitChunks(text);
	if (whole.value === null || whole.value === undefined) {
		if (raws.length === 0) return { ok: true, chunks: [], tail };
		return refuse(raws[0], ENTANGLED);
	}
	const table = asTable(whole.value);
	if (table === undefined) return refuse(raws[0], "front matter must be a list of properties");
	const chunks: PropertyChunk[] = [];
	const seen = new Set<string>();
	for (const part of raws) {
		const key = keyOf(part.raw);
		if (key === undefined || !Object.hasOwn(table, key)) return refuse(part, ENTANGLED);
		if (!standsAlone(part, key, ownValue(table, key))) return refuse(part, ENTANGLED);
		if (seen.has(key)) return refuse(part, `the property "${key}" is there twice`);
		seen.add(key);
		chunks.push({ key, lead: part.lead, raw: part.raw, value: ownValue(table, key) });
	}
	if (seen.size !== Object.keys(table).length) {
		return refuse(raws[0], ENTANGLED);
	}
	return { ok: true, chunks, tail };
}

/** The text of chunks, in their order. */
export function joinPropertyChunks(chunks: readonly PropertyChunk[], tail: string): string {
	return chunks.map(({ lead, raw }) => lead + raw).join("") + tail;
}

function refuse(part: RawChunk | undefined, message: string): PropertyLines {
	return { ok: false, line: part?.line ?? null, message };
}

/** A line at the left margin starts a property, unless it is blank, a comment, or goes on with a list or a flow value. */
function splitChunks(text: string): { raws: RawChunk[]; tail: string } {
	const raws: RawChunk[] = [];
	let pending = "";
	let current: RawChunk | undefined;
	splitLines(text).forEach((line, index) => {
		const start = line.trimStart()[0];
		if (start === undefined || start === "#") {
			pending += line;
		} else if (current !== undefined && /^(?:[ \t\]}]|-(?:\s|$))/.test(line)) {
			current.raw += pending + line;
			pending = "";
		} else {
			current = { lead: pending, raw: line, line: index + 1 };
			raws.push(current);
			pending = "";
		}
	});
	return { raws, tail: pending };
}

const QUOTED_KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=\s|$)/;

/** Gives the offset behind the colon of a property's key, plain or quoted, in its first line; undefined where there is no key. */
export function endOfKey(line: string): number | undefined {
	const quoted = QUOTED_KEY.exec(line);
	if (quoted !== null) return quoted[0].length;
	if (/^[\s"'#[\]{}&*!|>%@`?,]/.test(line)) return undefined;
	for (let at = line.indexOf(":"); at !== -1; at = line.indexOf(":", at + 1)) {
		if (at + 1 === line.length || /\s/.test(line[at + 1] ?? "")) return at + 1;
	}
	return undefined;
}

/** The key that a chunk's first line states; plain, in single or in double quotes. */
function keyOf(raw: string): string | undefined {
	const first = raw.split("\n", 1)[0] ?? "";
	const quoted = QUOTED_KEY.exec(first);
	if (quoted !== null) {
		const [, double, single] = quoted;
		if (single !== undefined) return single.replaceAll("''", "'");
		const read = parseYaml(`"${double ?? ""}"`);
		return read.ok && typeof read.value === "string" ? read.value : undefined;
	}
	const end = endOfKey(first);
	return end === undefined ? undefined : first.slice(0, end - 1).trimEnd();
}

/** Whether a chunk means by itself what it means in the whole: an anchor, alias or merge key may reach beyond it. */
function standsAlone(part: RawChunk, key: string, value: unknown): boolean {
	if (!/[&*]|<</.test(part.raw)) return true;
	const read = parseYaml(part.raw);
	const table = read.ok ? asTable(read.value) : undefined;
	return table !== undefined && JSON.stringify(ownValue(table, key)) === JSON.stringify(value);
}

/** Reads a property that stands alone, without its last line break; undefined where it is not just one. */
export function readOneProperty(text: string): PropertyChunk | undefined {
	const read = readPropertyLines(`${text}\n`);
	return read.ok && read.chunks.length === 1 ? read.chunks[0] : undefined;
}
