import { addToGroup } from "../../text/add-to-group";
import { cleanLine, plainText } from "../plain-names";

/** `- **Severity**` at the start of a line, without what follows. */
const KEY = /^(?:[-*+][ \t])?\*\*([A-Z][\w&() /-]{0,40}):?[ \t]?\*\*/i;

/**
 * Reads the lines of a Markdown text that give a field in bold (`**Author:** …`), by the field's name in lower case.
 * Values are as written; a field may have several.
 */
export function readKeyLines(text: string): ReadonlyMap<string, readonly string[]> {
	const fields = new Map<string, string[]>();
	if (!text.includes("**")) return fields;
	for (const line of text.split("\n")) {
		const field = readKeyLine(line);
		if (field === undefined || field.value === "") continue;
		addToGroup(fields, field.name, field.value);
	}
	return fields;
}

/** Reads one such line; undefined for any other. The value is "" where the line has the field's name alone. */
export function readKeyLine(line: string): { name: string; value: string } | undefined {
	if (!line.includes("**")) return undefined;
	const bare = cleanLine(line);
	const match = KEY.exec(bare);
	if (match === null) return undefined;
	const [key, label = ""] = match;
	const rest = bare.slice(key.length).trimStart();
	// `**Author:** …`, `**Author**: …`; bold text that opens a sentence is none.
	if (!key.includes(":") && !rest.startsWith(":")) return undefined;
	const name = label.toLowerCase().replace(/\(s\)/g, "s").trim();
	return { name, value: rest.replace(/^:/, "").trim() };
}

/** Gives a field's first value in plain words, or null. */
export function firstValue(
	fields: ReadonlyMap<string, readonly string[]>,
	...names: readonly string[]
): string | null {
	for (const name of names) {
		for (const value of fields.get(name) ?? []) {
			const words = plainText(value);
			if (words !== "") return words;
		}
	}
	return null;
}
