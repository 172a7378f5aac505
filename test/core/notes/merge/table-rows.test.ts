import { describe, expect, it } from "vitest";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import { mergeRows } from "../../../../src/core/notes/merge/merge-rows";

const head = ["| Name | Default | This lab |", "| --- | --- | --- |"];
const base = [...head, "| host | a |  |", "| port | 22 |  |"];

describe("rows of a table", () => {
	it("take upstream's cell beside the person's", () => {
		const mine = [...head, "| host | a | lab-1 |", "| port | 22 |  |"];
		const theirs = [...head, "| host | (masked) |  |", "| port | 2222 |  |"];
		expect(mergeRows({ base, mine, theirs })).toEqual([
			...head,
			"| host | (masked) | lab-1 |",
			"| port | 2222 |  |",
		]);
	});

	it("are known by their first cell when rows come, go and are padded", () => {
		const mine = [
			"| Name | Default | This lab |",
			"| ---- | ------- | -------- |",
			"| host | a       | lab-1    |",
			"| port | 22      |          |",
			"| mine | x       | y        |",
		];
		const theirs = [...head, "| user | root |  |", "| host | b |  |"];
		expect(mergeRows({ base, mine, theirs })).toEqual([
			"| Name | Default | This lab |",
			"| ---- | ------- | -------- |",
			"| user | root |  |",
			"| host | b | lab-1 |",
			"| mine | x       | y        |",
		]);
	});

	it("keep a column that the person added", () => {
		const mine = base.map((row) => `${row} note |`);
		const theirs = [...head, "| host | b |  |", "| port | 22 |  |"];
		expect(mergeRows({ base, mine, theirs })?.[2]).toBe("| host | b |  | note |");
	});

	it("stay in the person's order", () => {
		const mine = [...head, "| port | 22 |  |", "| host | a |  |"];
		const theirs = [...head, "| host | b |  |", "| port | 22 |  |"];
		expect(mergeRows({ base, mine, theirs })).toEqual([
			...head,
			"| port | 22 |  |",
			"| host | b |  |",
		]);
	});

	it("are left to their lines where both changed one cell, or no cell tells them apart", () => {
		const mine = [...head, "| host | mine |  |", "| port | 22 |  |"];
		const theirs = [...head, "| host | theirs |  |", "| port | 22 |  |"];
		expect(mergeRows({ base, mine, theirs })).toBeUndefined();
		expect(mergeRows({ base: ["| a |", "| a |"], mine, theirs })).toBeUndefined();
		expect(mergeRows({ base: ["text"], mine, theirs })).toBeUndefined();
		expect(mergeRows({ base, mine: head, theirs })).toBeUndefined();
	});
});

it("a note whose lab column is filled in follows upstream's defaults without a conflict", () => {
	const note = (...rows: readonly string[]): string =>
		`---\nrunbook_id: T1003\n---\n\n### Inputs\n\n${rows.join("\n")}\n`;
	const mine = note(...head, "| host | a | lab-1 |", "| port | 22 | 2022 |");
	const theirs = note(...head, "| host | b |  |", "| user | root |  |", "| port | 22 |  |");
	const merged = mergeNote({ base: note(...base), mine, theirs });
	expect(merged).toMatchObject({ ok: true, conflicts: [] });
	expect(merged.ok && merged.text).toBe(
		note(...head, "| host | b | lab-1 |", "| user | root |  |", "| port | 22 | 2022 |"),
	);
});

it("rows in code are code", () => {
	const note = (row: string): string => `# A\n\n\`\`\`sh\n| x | ${row} |\n\`\`\`\n`;
	const merged = mergeNote({
		base: note("a | b"),
		mine: note("a | c"),
		theirs: note("d | b"),
	});
	expect(merged).toMatchObject({ ok: true, conflicts: [{ what: "A" }] });
});
