import { describe, expect, it } from "vitest";
import { readTechniques } from "../../atomics/atomic-fixtures";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import {
	draftRunbookNote,
	nameRunbook,
} from "../../../../src/core/notes/runbook/draft-runbook-note";
import { buildTest, draft, EMPTY_CONTEXT } from "./runbook-fixtures";

describe("a runbook note", () => {
	it("has the tests between two sections that are the person's", async () => {
		const [technique] = readTechniques("T1070.003.yaml");
		if (technique === undefined) throw new Error("no technique");
		const note = draftRunbookNote(technique, {
			...EMPTY_CONTEXT,
			linkTo: (kind, id) => (kind === "technique" ? `Techniques/${id} - Clear` : undefined),
		});
		const text = writeNote(note.properties, note.body);
		await expect(text).toMatchFileSnapshot("runbook-note.golden.txt");
		expect(note).toMatchObject({
			kind: "runbook",
			id: "T1070.003",
			folder: "",
			baseName: "T1070.003 - Indicator Removal - Clear Command History - runbook",
		});
	});

	it("is named by the catalogue's name, the atomics' name, or the id alone", () => {
		const named = draft([buildTest()], { techniqueName: () => "Removal: History" });
		expect(named.baseName).toBe("T1070.003 - Removal - History - runbook");
		expect(nameRunbook("T1070.003", "")).toBe("T1070.003 - runbook");
		expect(nameRunbook("T1070.003", "x".repeat(300))).toMatch(/^T1070\.003 - x+ - runbook$/);
	});

	it("links to itself where its place is known", () => {
		const placed = draft([buildTest()], {
			linkTo: (kind) => (kind === "runbook" ? "A/b" : undefined),
		});
		expect(placed.properties).toContainEqual({
			key: "filename",
			value: "[[A/b|T1070.003 Indicator Removal: Clear Command History runbook]]",
		});
	});

	it("names the platforms of all tests once, as ATT&CK does", () => {
		const note = draft([
			buildTest({ platforms: ["windows", "iaas:aws"] }),
			buildTest({
				guid: "2f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
				platforms: ["macos", "windows", "plan9"],
			}),
		]);
		expect(note.properties).toContainEqual({
			key: "platforms",
			value: ["AWS", "Windows", "macOS", "plan9"],
		});
	});
});

describe("the headings and block ids of a runbook note", () => {
	it("are unlike each other where names or the starts of GUIDs are alike", () => {
		const { body } = draft([
			buildTest({ guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01", name: "Same" }),
			buildTest({ guid: "1f0b3c52-0000-4d0e-9c37-5e2a6b8d9f01", name: "same" }),
			buildTest({ guid: "3f0b3c52-0000-4d0e-9c37-5e2a6b8d9f01", name: "Other" }),
		]);
		expect(body.match(/^## Test: .*$/gm)).toEqual([
			"## Test: Same (1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01)",
			"## Test: same (1f0b3c52-0000-4d0e-9c37-5e2a6b8d9f01)",
			"## Test: Other",
		]);
		expect(body.match(/\^t-\S+$/gm)).toEqual([
			"^t-1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
			"^t-1f0b3c52-0000-4d0e-9c37-5e2a6b8d9f01",
			"^t-3f0b3c52",
		]);
	});
});
