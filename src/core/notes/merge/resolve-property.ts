import { editProperty, isTextList } from "../front-matter/edit-property";
import {
	joinPropertyChunks,
	readOneProperty,
	readPropertyLines,
} from "../front-matter/read-property-lines";
import { writeProperty } from "../front-matter/write-properties";
import type { NoteConflict } from "./list-conflicts";
import type { ResolvedParts } from "./resolved-parts";

/** Gives a property upstream's value, or the items of both lists; "one-value" where no list can hold both. */
export function resolveProperty(
	parts: ResolvedParts,
	{ passages }: NoteConflict,
	choice: "theirs" | "both",
	lineBreak: string,
): ResolvedParts | "no-place" | "one-value" {
	const [passage] = passages;
	const theirs = readOneProperty(passage?.text ?? "");
	const lines = readPropertyLines(parts.properties);
	if (theirs === undefined || !lines.ok) return "no-place";
	const at = lines.chunks.findIndex(({ key }) => key === theirs.key);
	const mine = lines.chunks[at];
	const value = choice === "theirs" ? theirs.value : joinItems(mine?.value, theirs.value);
	if (value === undefined) return "one-value";
	const written =
		isTextList(value) && choice === "both"
			? writeProperty({ key: theirs.key, value })
			: `${theirs.raw.trimEnd()}\n`;
	const chunk =
		mine === undefined
			? { ...theirs, lead: "", raw: written.replaceAll("\n", lineBreak) }
			: (editProperty(mine, value, written, lineBreak) ?? {
					...mine,
					value,
					raw: written.replaceAll("\n", lineBreak),
				});
	const chunks =
		mine === undefined
			? [...lines.chunks, chunk]
			: lines.chunks.map((each, index) => (index === at ? chunk : each));
	return { ...parts, properties: joinPropertyChunks(chunks, lines.tail) };
}

function joinItems(mine: unknown, theirs: unknown): readonly string[] | undefined {
	if (!isTextList(mine) || !isTextList(theirs)) return undefined;
	return [...new Set([...mine, ...theirs])];
}
