import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The text of a file of the repository. */
export const readText = (path: string): string => readFileSync(join(root, path), "utf8");

/** Paths of the pages for users, from the repository's root. */
export const listPages = (): readonly string[] =>
	readdirSync(join(root, "docs"))
		.filter((name) => name.endsWith(".md"))
		.sort()
		.map((name) => `docs/${name}`);

/** The text below a heading, up to the next of its level or above. */
export function sectionOf(page: string, heading: string): string {
	const lines = page.split("\n");
	const start = lines.findIndex((line) => line.startsWith("#") && line.endsWith(` ${heading}`));
	if (start === -1) throw new Error(`There is no heading ${heading}.`);
	const level = lines[start]?.indexOf(" ") ?? 1;
	const isEnd = (line: string): boolean => /^#+ /.test(line) && line.indexOf(" ") <= level;
	const length = lines.slice(start + 1).findIndex(isEnd);
	return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join("\n");
}

/** The first cells of a section's tables, without heads. */
export function firstCells(section: string): readonly string[] {
	const lines = section.split("\n");
	return lines.flatMap((line, index) => {
		const isHead = lines[index + 1]?.startsWith("| -") === true;
		return line.startsWith("| ") && !line.startsWith("| -") && !isHead
			? [line.slice(2).split(" |", 1)[0]?.trim() ?? ""]
			: [];
	});
}

/** What stands between backticks. */
export const codesIn = (text: string): readonly string[] =>
	[...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** What stands between pairs of asterisks. */
export const boldIn = (text: string): readonly string[] =>
	[...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = ""]) => name);
