import { describe, expect, it } from "vitest";
import { DEFAULT_FOLDERS } from "../../../../src/core/model/settings";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { draftFromForeignNote } from "../../../../src/core/notes/foreign/draft-foreign-note";
import type { ForeignNoteContext } from "../../../../src/core/notes/foreign/draft-foreign-note";
import {
	CALLOUT_TECHNIQUE,
	CATALOGUE_RULE,
	CATALOGUE_RUNBOOK,
	foreignFrom,
	foreignOf,
} from "./note-fixtures";

const context: ForeignNoteContext = {
	folders: DEFAULT_FOLDERS,
	linkTo: () => undefined,
	techniqueName: () => undefined,
	tacticName: (tactic) => (tactic === "stealth" ? "Stealth" : undefined),
};

describe("a note that only another vault has", () => {
	it.each([
		["technique", CALLOUT_TECHNIQUE, "T1070.003 - Indicator Removal - Clear Command History"],
		["rule", CATALOGUE_RULE, "History File Emptied"],
		[
			"runbook",
			CATALOGUE_RUNBOOK,
			"T1070.003 - Indicator Removal - Clear Command History - runbook",
		],
	])("becomes a %s note in our shape with all that stands in it", async (kind, path, baseName) => {
		const draft = draftFromForeignNote(foreignOf(path), context);
		if (draft === undefined) throw new Error("no draft");
		expect(draft).toMatchObject({ kind, baseName });
		const text = writeNote(draft.properties, draft.body);
		await expect(text).toMatchFileSnapshot(`foreign-${kind}.golden.txt`);
	});

	it("takes the technique's name from the catalogue where it has one", () => {
		const named = draftFromForeignNote(foreignOf(CALLOUT_TECHNIQUE), {
			...context,
			techniqueName: () => "Removal: History",
		});
		expect(named?.baseName).toBe("T1070.003 - Removal - History");
		expect(named?.properties).toContainEqual({ key: "name", value: "History" });
	});

	it("is none where a rule has no id of its own", () => {
		const note = foreignFrom(
			"a.md",
			"---\ntags: [detection_rule]\n---\n```kql\nDeviceEvents\n```\n",
		);
		expect(note).toMatchObject({
			id: null,
			rule: { path: "a.kql", text: "DeviceEvents", line: 5 },
		});
		expect(draftFromForeignNote(note, context)).toBeUndefined();
	});
});
