import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import { identifyFixture } from "../foreign/note-fixtures";

describe("a note that is broken", () => {
	it("is still known by the lines of its front matter and the rule in it", () => {
		expect(identifyFixture("catalogue/Detection Rules/win_console_cleared.md")).toMatchObject({
			kind: "rule",
			id: "1d2e3f40-5b6c-4d7e-8f80-12b3c4d5e6f7",
			broken: { line: 2, reason: expect.stringContaining("not valid YAML") },
			problems: [],
		});
	});

	it("may have a front matter that is never closed", () => {
		expect(identifyFixture("other/Unclosed.md")).toMatchObject({
			kind: "technique",
			id: "T1070.003",
			broken: { line: 1, reason: "the front matter is never closed" },
		});
	});

	it("may be no text at all; then its path speaks", () => {
		const broken = { reason: "the file is not text in UTF-8", line: null };
		expect(identifyNote("Use Cases/T1070.003 - Clear.md", undefined)).toMatchObject({
			kind: "technique",
			id: "T1070.003",
			broken,
		});
		expect(identifyNote("Box/T1070.003 - Clear - runbook.md", undefined)).toMatchObject({
			kind: "runbook",
			id: "T1070.003",
			broken,
		});
		expect(identifyNote("Box/Note.md", undefined)).toMatchObject({ kind: null, broken });
	});

	it("does not run what its front matter says it is", () => {
		const note = identifyNote("a.md", "---js\nmodule.exports = {attack_id: 'T1070'}\n---\n");
		expect(note).toMatchObject({ kind: null, id: null });
	});
});

it("any text is identified without throwing", () => {
	const part = fc.oneof(
		fc.constantFrom(
			"---\n",
			"tags: [",
			"techniques, T1070",
			"]\n",
			"attack_id: T1\n",
			"```yaml\n",
			"id: x\n",
		),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.string(), fc.array(part, { maxLength: 15 }), (path, parts) => {
			const { kind, id } = identifyNote(path, parts.join(""));
			if (kind === null) expect(id).toBeNull();
		}),
	);
});
