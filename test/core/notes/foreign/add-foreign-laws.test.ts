import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFrontMatter, readFrontMatter } from "../../../../src/core/formats/front-matter";
import { addForeignText } from "../../../../src/core/notes/foreign/add-foreign";
import { draftFromForeignNote } from "../../../../src/core/notes/foreign/draft-foreign-note";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import { outlineNote } from "../../../../src/core/notes/document/outline-note";
import { splitBlocks } from "../../../../src/core/notes/foreign/split-blocks";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { DEFAULT_FOLDERS } from "../../../../src/core/model/settings";
import { arbitraryNote } from "./arbitrary-notes";
import { foreignFrom } from "./note-fixtures";

const context = {
	folders: DEFAULT_FOLDERS,
	linkTo: () => undefined,
	techniqueName: () => undefined,
	tacticName: () => undefined,
};
const pair = fc.tuple(arbitraryNote, arbitraryNote);
const foreign = (text: string) => foreignFrom("T1070.003 - Clear Command History.md", text);

/** All blocks of a note as one text, as they are compared. */
function blocksOf(text: string): string {
	const body = findFrontMatter(text)?.body ?? 0;
	return outlineNote(text, body)
		.flatMap((part) => splitBlocks(text.slice(part.text, part.end)))
		.join("\n\n");
}

/** Whether the lines of one text stand in another in their order. */
function holdsInOrder(whole: string, lines: readonly string[]): boolean {
	const rest = whole.split("\n");
	let at = 0;
	return lines.every((line) => {
		while (at < rest.length && !isLine(rest[at] ?? "", line)) at++;
		return at++ < rest.length;
	});
}

/** A list of tags may have grown. */
function isLine(now: string, before: string): boolean {
	if (now.trimEnd() === before.trimEnd()) return true;
	return (
		/^(?:tags|aliases): \[/.test(before) && now.startsWith(before.slice(0, before.indexOf("]")))
	);
}

describe("adding what another vault's author wrote", () => {
	it("twice changes nothing", () => {
		fc.assert(
			fc.property(pair, ([text, other]) => {
				const once = addForeignText(text, foreign(other));
				expect(addForeignText(once, foreign(other))).toBe(once);
			}),
			{ numRuns: 300 },
		);
	});

	it("takes nothing away and changes no line, empty ones aside", () => {
		fc.assert(
			fc.property(pair, ([text, other]) => {
				const once = addForeignText(text, foreign(other));
				const lines = text.split("\n").filter((line) => line.trim() !== "");
				expect(holdsInOrder(once, lines)).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it("keeps every property as it is, but for items added to tags and aliases", () => {
		fc.assert(
			fc.property(pair, ([text, other]) => {
				const before = readFrontMatter(text);
				const after = readFrontMatter(addForeignText(text, foreign(other)));
				if (!before.ok || !after.ok) throw new Error("front matter");
				for (const [key, value] of Object.entries(before.properties)) {
					const now = after.properties[key];
					if (Array.isArray(value)) expect(now).toEqual(expect.arrayContaining(value));
					else expect(now).toEqual(value);
				}
			}),
		);
	});

	it("leaves out nothing of what stands in the author's own sections", () => {
		fc.assert(
			fc.property(pair, ([text, other]) => {
				const note = foreign(other);
				const blocks = blocksOf(addForeignText(text, note));
				const own = note.sections.filter(({ role }) => role === "own");
				for (const block of own.flatMap((section) => section.blocks))
					expect(blocks).toContain(block);
			}),
			{ numRuns: 300 },
		);
	});

	it("adds nothing to a note that has it all", () => {
		fc.assert(
			fc.property(arbitraryNote, (text) => {
				const note = foreign(text);
				if (note.sections.some(({ blocks }) => blocks.some((block) => !text.includes(block))))
					return;
				expect(addForeignText(text, note)).toBe(text);
			}),
		);
	});
});

describe("a draft made of another vault's note", () => {
	it("has everything that stands in it, and is known again as the same note", () => {
		fc.assert(
			fc.property(arbitraryNote, (text) => {
				const note = foreign(text);
				const draft = draftFromForeignNote(note, context);
				if (draft === undefined) throw new Error("no draft");
				const written = writeNote(draft.properties, draft.body);
				const blocks = blocksOf(written);
				for (const section of note.sections)
					for (const block of section.blocks) expect(blocks).toContain(block);
				expect(identifyNote(`${draft.baseName}.md`, written)).toMatchObject({
					kind: "technique",
					id: "T1070.003",
					broken: null,
				});
			}),
			{ numRuns: 200 },
		);
	});

	it("does not change when its author's text is added to it", () => {
		fc.assert(
			fc.property(arbitraryNote, (text) => {
				const note = foreign(text);
				const draft = draftFromForeignNote(note, context);
				if (draft === undefined) throw new Error("no draft");
				const written = writeNote(draft.properties, draft.body);
				expect(addForeignText(written, note)).toBe(written);
			}),
			{ numRuns: 200 },
		);
	});
});
