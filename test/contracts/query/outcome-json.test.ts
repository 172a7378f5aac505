import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import type { Json } from "../../../src/core/query/encode-value";
import { runQuery } from "../../../src/core/query/run-query";

const index = createVaultIndex();
const text = `---
day: 2024-05-01
took: 90 minutes
see: "[[b#Part|shown]]"
__proto__: {polluted: true}
---
- [x] done (at:: 2024-05-02) #t
    - below
`;
index.put("a.md", text, {
	ctime: Date.UTC(2024, 0, 1),
	mtime: Date.UTC(2024, 0, 2),
	size: text.length,
});

function answer(query: string): Json {
	const outcome = runQuery(index, query, { origin: null, now: "2024-03-15T12:00:00Z" });
	return JSON.parse(JSON.stringify(encodeOutcome(outcome))) as Json;
}

/** What `detection-vault query --json` prints. Shapes may grow, never shrink. */
describe("an outcome as JSON", () => {
	test("of a table has type, columns, rows and the rows that failed", () => {
		expect(answer("TABLE day, took, see")).toEqual({
			type: "table",
			columns: ["File", "day", "took", "see"],
			rows: [
				[
					{ $link: { path: "a.md", type: "file", embed: false } },
					{ $date: "2024-05-01T00:00:00.000Z", zone: "UTC" },
					{ $duration: { minutes: 90 } },
					{ $link: { path: "b", type: "header", subpath: "Part", display: "shown", embed: false } },
				],
			],
			failed: [],
		});
	});

	test("of a list and a calendar names its columns", () => {
		expect(answer("LIST 1 / 0")).toEqual({
			type: "list",
			columns: ["id", "value"],
			rows: [[{ $link: { path: "a.md", type: "file", embed: false } }, { $number: "Infinity" }]],
			failed: [],
		});
		expect(answer("CALENDAR day")).toMatchObject({ type: "calendar", columns: ["date", "link"] });
	});

	test("of tasks has items, or groups of them, and no columns", () => {
		const item = {
			$item: {
				path: "a.md",
				line: 6,
				lineCount: 1,
				symbol: "-",
				text: "done (at:: 2024-05-02) #t",
				link: { $link: { path: "a.md", type: "file", embed: false } },
				section: { $link: { path: "a.md", type: "file", embed: false } },
				tags: ["#t"],
				outlinks: [],
				list: 6,
				annotated: true,
				task: true,
				status: "x",
				checked: true,
				completed: true,
				fullyCompleted: true,
				children: [7],
				fields: { at: { $date: "2024-05-02T00:00:00.000Z", zone: "UTC" } },
			},
		};
		expect(answer("TASK")).toEqual({ type: "task", rows: [item], failed: [] });
		expect(answer("TASK GROUP BY completed")).toEqual({
			type: "task",
			rows: [{ key: true, rows: [item] }],
			failed: [],
		});
	});

	test("of an inline expression has its value", () => {
		expect(answer("= 1 + 1")).toEqual({ type: "value", value: 2 });
		expect(answer('= elink("https://x.org", "x")')).toEqual({
			type: "value",
			value: { $widget: "dataview:external-link", url: "https://x.org", display: "x" },
		});
	});

	test("of a failure has the error alone", () => {
		expect(answer("LIST FROM nothing")).toEqual({
			error: { kind: "parse", message: expect.any(String) as string, line: 1, column: 11 },
		});
		expect(answer("LIST LIMIT x")).toMatchObject({
			error: { kind: "execution", line: 1, column: 12 },
		});
	});

	test("names the rows that failed", () => {
		index.put("b.md", "day:: 2024-05-01", { ctime: 0, mtime: 0, size: 0 });
		expect(answer("TABLE took.hours + 0 AS h")).toMatchObject({
			rows: [[{}, 1.5]],
			failed: [{ note: "b.md", column: "h", message: expect.any(String) as string }],
		});
		index.remove("b.md");
	});

	test("holds whole notes without running into the prototype", () => {
		const outcome = runQuery(index, "LIST rows GROUP BY 1 AS one", { origin: null, now: 0 });
		const json = JSON.stringify(encodeOutcome(outcome));
		expect(json).toContain('"__proto__":{"polluted":true}');
		expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
	});
});
