import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFieldNote } from "../../../../src/core/taxonomy/fields/read-field-note";

const HEAD =
	"| field | label | sigma | elastic | splunk | kusto | yara-l |\n|---|---|---|---|---|---|---|\n";

test("a row gives a field, its label and the vendors' names for it", () => {
	const { rows, problems } = readFieldNote(
		`# Field names\n\nSome text.\n\n${HEAD}| door.badge | Badge | \`BadgeId\` | a.badge, a.badge_id | | Id_s@Doors<br>Id_g | labels["x"] |\n`,
	);
	expect(problems).toEqual([]);
	expect(rows).toEqual([
		{
			id: "door.badge",
			label: "Badge",
			spellings: {
				sigma: ["BadgeId"],
				elastic: ["a.badge", "a.badge_id"],
				kusto: ["Id_s@Doors", "Id_g"],
				"yara-l": ['labels["x"]'],
			},
		},
	]);
});

test("columns may stand in any order, and an unknown one is told", () => {
	const { rows, problems } = readFieldNote(
		"| Splunk | field | owner |\n| :-- | --- | --: |\n| argv | process.command_line | me |\n",
	);
	expect(rows).toEqual([
		{ id: "process.command_line", label: undefined, spellings: { splunk: ["argv"] } },
	]);
	expect(problems).toEqual([{ line: 1, message: "the column “owner” is not known" }]);
});

test("a bar behind a backslash belongs to the name", () => {
	const { rows } = readFieldNote(`${HEAD}| a.b | | x\\|y | | | | |\n`);
	expect(rows[0]?.spellings.sigma).toEqual(["x|y"]);
});

test("rows that say nothing are told with their line, and the others count", () => {
	const { rows, problems } = readFieldNote(
		`\n${HEAD}| | Label | A | | | | |\n| a.b | | | | | | |\n| a.b, c.d | | A | | | | |\n| a.b | | A | | | | | too much |\n| a.b | | A | | | | |\n`,
	);
	expect(rows).toHaveLength(1);
	expect(problems).toEqual([
		{ line: 4, message: "the row names no field" },
		{ line: 5, message: "the row of “a.b” says nothing of it" },
		{ line: 6, message: "“a.b, c.d” is not one field" },
		{ line: 7, message: "the row has more cells than the table has columns" },
	]);
});

test("a note without such a table holds no rows", () => {
	for (const text of ["", "# Field names", "| a | b |\n|---|---|\n| c | d |", "| field |"])
		expect(readFieldNote(text)).toEqual({ rows: [], problems: [] });
});

test("the note that a new vault starts with reads without problems", () => {
	const path = "../../../../vault-template/Detection Vault/Field names.md";
	const { rows, problems } = readFieldNote(
		readFileSync(resolve(import.meta.dirname, path), "utf8"),
	);
	expect(problems).toEqual([]);
	expect(rows.map(({ id, label }) => [id, label])).toEqual([["door.badge_id", "BadgeId"]]);
	expect(Object.keys(rows[0]?.spellings ?? {})).toEqual([
		...["sigma", "elastic", "splunk", "kusto", "yara-l"],
	]);
});

test("no text makes it throw", () => {
	const lines = fc.array(
		fc.constantFrom("|", "-", "field", "sigma", " ", "`", ",", "<br>", "\\", "\n", "x"),
	);
	fc.assert(
		fc.property(lines, (parts) => {
			const { rows } = readFieldNote(HEAD + parts.join(""));
			for (const { id } of rows) expect(id).not.toBe("");
		}),
	);
});
