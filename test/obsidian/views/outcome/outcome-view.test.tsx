import { describe, expect, it } from "vitest";
import type { ObjectValue, Value } from "../../../../src/core/model/value";
import type { QueryOutcome } from "../../../../src/core/query/outcome";
import { OutcomeView } from "../../../../src/obsidian/views/outcome/outcome-view";
import { QueryView } from "../../../../src/obsidian/views/outcome/query-view";
import { click, draw, texts } from "../../support/draw";
import { dateOf, linkTo } from "../../support/values";

const drawOutcome = (outcome: QueryOutcome, source = "TABLE a") =>
	draw(<OutcomeView outcome={outcome} source={source} />);

function task(text: string, status: string): ObjectValue {
	const fields = new Map<string, Value>([
		["text", text],
		["status", status],
		["checked", status === "x"],
		["task", true],
		["link", linkTo("Runbooks/SSH.md")],
	]);
	return { kind: "object", item: true, fields };
}

describe("a list", () => {
	it("shows each item with its value", () => {
		const { el } = drawOutcome({
			type: "list",
			columns: ["id", "value"],
			rows: [[linkTo("a.md"), "high"]],
			failed: [],
		});
		expect(texts(el, "li")).toEqual(["a: high"]);
	});

	it("shows a few hundred at a time", () => {
		const rows = Array.from({ length: 450 }, (_, index) => [`item ${String(index)}`]);
		const { el } = drawOutcome({ type: "list", columns: ["value"], rows, failed: [] });
		expect(el.querySelectorAll("li")).toHaveLength(200);
		click(el.querySelector("button"));
		expect(el.querySelectorAll("li")).toHaveLength(400);
		expect(el.querySelector("button")?.textContent).toBe("Show 50 more");
		click(el.querySelector("button"));
		expect(el.querySelectorAll("li")).toHaveLength(450);
		expect(el.querySelector("button")).toBeNull();
	});
});

it("tasks stand under their groups, with their state and their note", () => {
	const rows = [{ key: "Week 1", rows: [task("patch", "x"), task("test", " ")] }];
	const { el } = drawOutcome({ type: "task", rows, failed: [] });
	expect(texts(el, "strong")).toEqual(["Week 1"]);
	expect(Array.from(el.querySelectorAll("input"), (box) => box.checked)).toEqual([true, false]);
	expect(texts(el, "a")).toEqual(["SSH", "SSH"]);
	expect(el.textContent).toContain("2 tasks");
});

it("a calendar opens on the latest month that has a note", () => {
	const rows = [
		[dateOf("2026-01-05"), linkTo("old.md")],
		[dateOf("2026-11-02"), linkTo("new.md")],
		[null, linkTo("undated.md")],
	];
	const { el } = drawOutcome({ type: "calendar", columns: ["date", "link"], rows, failed: [] });
	expect(el.querySelector("strong")?.textContent).toBe("November 2026");
	expect(texts(el, "td a")).toEqual(["new"]);
	expect(el.textContent).toContain("1 note has no date");
});

describe("a query that gives no rows", () => {
	it("says what to do next", () => {
		const { el, opened } = drawOutcome({ type: "table", columns: ["A"], rows: [], failed: [] });
		expect(el.textContent).toContain("Nothing matches this query");
		click(el.querySelector("button"));
		expect(opened).toEqual(["import"]);
	});

	it("names line and column of an error", () => {
		const error = { kind: "parse", message: "Expected a column", line: 2, column: 6 } as const;
		const { el } = drawOutcome({ type: "error", error }, "TABLE\nlevel FROM");
		expect(el.querySelector("[role=alert]")?.textContent).toContain("Expected a column");
		expect(el.textContent).toContain("Line 2, column 6");
		expect(el.querySelector("pre")?.textContent).toBe("level FROM\n     ^");
		expect(el.textContent).not.toContain("A query starts with");
	});

	it("says what a query starts with where the text starts with something else", () => {
		const error = { kind: "parse", message: "Expected a query", line: 1, column: 1 } as const;
		const { el } = drawOutcome({ type: "error", error }, "SELECT 1");
		expect(el.textContent).toContain("A query starts with TABLE, LIST, TASK or CALENDAR.");
	});

	it("knows the start of a query that is to be explained", () => {
		const error = { kind: "parse", message: "Expected a column", line: 1, column: 9 } as const;
		const { el } = drawOutcome({ type: "error", error }, "EXPLAIN table level FROM");
		expect(el.textContent).not.toContain("A query starts with");
	});
});

it("rows that failed are named below the others, with the reason", () => {
	const failed = [{ note: "Rules/Bad.md", column: "Level", message: "cannot add number and null" }];
	const { el } = drawOutcome({ type: "table", columns: ["A"], rows: [["x"]], failed });
	expect(el.querySelector("summary")?.textContent).toBe("1 row is left out because it failed");
	expect(texts(el, "details li")).toEqual(["Bad Level: cannot add number and null"]);
});

describe("a block", () => {
	const outcome: QueryOutcome = { type: "table", columns: ["A"], rows: [["x"]], failed: [] };

	it("waits for the index rather than showing half of the rows", () => {
		const state = { phase: "indexing", done: 40, total: 3731, reason: "" } as const;
		const { el, redraw } = draw(<QueryView state={state} source="TABLE A" outcome={undefined} />);
		expect(el.textContent).toBe("Indexing 40 of 3,731 notes");
		const ready = { phase: "ready", done: 1, total: 1, reason: "" } as const;
		redraw(<QueryView state={ready} source="TABLE A" outcome={outcome} />);
		expect(texts(el, "td")).toEqual(["x"]);
	});

	it("says why there is no index", () => {
		const state = { phase: "failed", done: 0, total: 0, reason: "no memory" } as const;
		const { el } = draw(<QueryView state={state} source="TABLE A" outcome={undefined} />);
		expect(el.textContent).toContain("The notes could not be indexed: no memory");
	});

	it("shows an example where it is empty", () => {
		const state = { phase: "ready", done: 0, total: 0, reason: "" } as const;
		expect(
			draw(<QueryView state={state} source=" " outcome={undefined} />).el.textContent,
		).toContain("TABLE status");
	});
});
