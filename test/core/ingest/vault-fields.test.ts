import { expect, test } from "vitest";
import { fieldNotePath, readVaultFieldRows } from "../../../src/core/ingest/vault-fields";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";

const PATH = "Detection Vault/Field names.md";

test("the note stands in the home folder", () => {
	expect(fieldNotePath(DEFAULT_FOLDERS)).toBe(PATH);
	expect(fieldNotePath({ ...DEFAULT_FOLDERS, home: "Detections" })).toBe(
		"Detections/Field names.md",
	);
});

test("its rows are read, and bad ones are told with their line", async () => {
	const store = createMemoryNotes({
		[PATH]: "| field | splunk |\n|---|---|\n| a.b | x |\n| | y |\n",
	});
	expect(await readVaultFieldRows(store, DEFAULT_FOLDERS)).toEqual({
		rows: [{ id: "a.b", label: undefined, spellings: { splunk: ["x"] } }],
		problems: [
			{
				...{ file: PATH, line: 4, code: "note-field-name", severity: "warning" },
				message: "the row names no field",
			},
		],
	});
});

test("a vault without it has no rows", async () => {
	expect(await readVaultFieldRows(createMemoryNotes(), DEFAULT_FOLDERS)).toEqual({
		...{ rows: [], problems: [] },
	});
});
