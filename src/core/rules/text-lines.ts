import { asText } from "../formats/values";

/** Gives the 1-based line of a text on which a YAML or TOML key stands, an unindented one first; 1 where it is not found. */
export function lineOfKey(text: string, key: string): number {
	let indented = 0;
	for (const [index, line] of text.split("\n").entries()) {
		const bare = line.trimStart().replace(/^["']/, "");
		if (!bare.startsWith(key) || !/^["']?[ \t]*[:=]/.test(bare.slice(key.length))) continue;
		if (line === bare || line.slice(1) === bare) return index + 1;
		if (indented === 0) indented = index + 1;
	}
	return Math.max(indented, 1);
}

/** White space other than single spaces. */
const UNEVEN = /[^\S ]| {2}/;

/** Gives a scalar as one line of text, its white space made single spaces; undefined where there is none. */
export function asLine(value: unknown): string | undefined {
	const text = asText(value);
	return text !== undefined && UNEVEN.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** Gives the one-line texts of a list, or of a lone scalar. */
export function asLines(value: unknown): string[] {
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	return items.map(asLine).filter((line) => line !== undefined);
}

/** Gives texts as a Markdown list of code spans. */
export function listCode(texts: readonly string[]): string {
	return texts.map((text) => `- \`${text.replaceAll("`", "'")}\``).join("\n");
}
