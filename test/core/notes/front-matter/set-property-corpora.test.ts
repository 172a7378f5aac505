import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPropertyLines } from "../../../../src/core/notes/front-matter/read-property-lines";
import type { EditedValue } from "../../../../src/core/notes/front-matter/edited-value";
import { revertProperty, setProperty } from "../../../../src/core/notes/front-matter/set-property";
import { findFrontMatter } from "../../../../src/core/formats/front-matter";
import { describeCorpora } from "../../../support/corpora";
import { listNotes } from "../../query/support/open-vault";

/** A value of the same kind that is another one. */
function otherValue(value: unknown): EditedValue | undefined {
	if (typeof value === "string") return { kind: "text", text: `${value} ` };
	if (typeof value === "number") return { kind: "number", number: value + 1 };
	if (typeof value === "boolean") return { kind: "checkbox", checked: !value };
	if (value === null) return { kind: "text", text: "new: # [[value]]" };
	if (!Array.isArray(value)) return undefined;
	const items = value.filter((item) => typeof item === "string");
	return items.length === value.length
		? { kind: "list", items: [...items.slice(1), "new, 'item'"] }
		: undefined;
}

describeCorpora(
	"a vault that people keep",
	(root) => {
		it("edits every property of a note in its own lines, and undoes that byte for byte", () => {
			let edits = 0;
			let refused = 0;
			// Each fourth note: all of them take long, and show nothing else.
			for (const path of listNotes(root).filter((_, index) => index % 4 === 0)) {
				const note = readFileSync(join(root, path), "utf8");
				const bounds = findFrontMatter(note);
				const read = readPropertyLines(
					bounds === undefined ? "" : note.slice(bounds.start, bounds.end),
				);
				if (!read.ok) {
					refused++;
					expect(setProperty(note, "status", { kind: "empty" }, undefined).ok).toBe(false);
					continue;
				}
				for (const { key, raw, value } of read.chunks) {
					const next = otherValue(value);
					if (next === undefined) continue;
					const edit = setProperty(note, key, next, value);
					if (!edit.ok) throw new Error(`${path}: ${key}: ${edit.refusal.reason}`);
					const { after } = edit.change;
					expect(edit.text.length).toBe(note.length - raw.length + after.raw.length);
					expect(edit.text.replace(after.raw, () => raw)).toBe(note);
					const undone = revertProperty(edit.text, edit.change);
					expect(undone.ok && undone.text).toBe(note);
					edits++;
				}
			}
			expect(edits).toBeGreaterThan(5000);
			expect(refused).toBeLessThan(8);
		});
	},
	"vaults",
	"use-case-catalogue",
);
