import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Value } from "../../../../src/core/model/value";
import { TableView } from "../../../../src/obsidian/views/table/table-view";
import { click, draw, texts, type } from "../../support/draw";
import { linkTo, ruleRows } from "../../support/values";

const columns = ["Name", "Level", "Number"];

function drawRows(rows: Value[][]) {
	return draw(<TableView columns={columns} rows={rows} />);
}

function header(el: HTMLElement, name: string): HTMLElement | undefined {
	return Array.from(el.querySelectorAll<HTMLElement>("th button")).find(
		(button) => button.textContent.trim() === name,
	);
}

const shownNames = (el: HTMLElement): string[] => texts(el, "tbody tr td:first-child");
const sorts = (el: HTMLElement): (string | null)[] =>
	Array.from(el.querySelectorAll("th"), (th) => th.getAttribute("aria-sort"));

describe("a table", () => {
	it("shows every row in the query's order under its columns", () => {
		const { el } = drawRows(ruleRows(3));
		expect(texts(el, "th")).toEqual(columns);
		expect(shownNames(el)).toEqual(["Rule 00000", "Rule 00001", "Rule 00002"]);
		expect(el.querySelector("[role=status]")?.textContent).toBe("3 rows");
	});

	it("sorts by a header: up, down, and back to the query's order", () => {
		const { el } = drawRows(ruleRows(5));
		click(header(el, "Level"));
		expect(sorts(el)).toEqual(["none", "ascending", "none"]);
		expect(texts(el, "tbody td:nth-child(2)")).toEqual([
			"informational",
			"low",
			"medium",
			"high",
			"critical",
		]);
		click(header(el, "Level"));
		expect(sorts(el)).toEqual(["none", "descending", "none"]);
		expect(texts(el, "tbody td:nth-child(2)")[0]).toBe("critical");
		click(header(el, "Level"));
		expect(sorts(el)).toEqual(["none", "none", "none"]);
		expect(shownNames(el)[0]).toBe("Rule 00000");
	});

	it("opens the note of a link that is clicked", () => {
		const { el, opened } = drawRows([[linkTo("Rules/SSH.md"), "low", 1]]);
		click(el.querySelector("a"));
		expect(opened).toEqual(["Rules/SSH.md"]);
	});

	it("marks a link that leads nowhere", () => {
		const { el } = drawRows([[linkTo("Missing.md"), null, null]]);
		expect(el.querySelector("a")?.className).toBe("internal-link is-unresolved");
	});

	it("filters rows by every word that is typed, and says how many are left", () => {
		const { el } = drawRows(ruleRows(20));
		type(el.querySelector("input[type=search]"), "critical 0001 rule");
		expect(shownNames(el)).toEqual(["Rule 00001", "Rule 00011", "Rule 00016"]);
		expect(el.querySelector("[role=status]")?.textContent).toBe("3 of 20 rows");
	});

	it("says so when the filter leaves nothing", () => {
		const { el } = drawRows(ruleRows(20));
		type(el.querySelector("input[type=search]"), "nothing like it");
		expect(el.textContent).toContain("No row contains “nothing like it”.");
	});

	it("has no filter box where there is little to filter", () => {
		expect(drawRows(ruleRows(4)).el.querySelector("input")).toBeNull();
	});

	it("copies the rows that are shown, in their order", () => {
		const { el, copied } = drawRows(ruleRows(12));
		type(el.querySelector("input[type=search]"), "critical");
		click(header(el, "Number"));
		click(header(el, "Number"));
		click(el.querySelector<HTMLElement>("[aria-label='Copy as CSV']"));
		expect(copied).toEqual([
			"Name,Level,Number\r\nRule 00011,critical,11\r\nRule 00006,critical,6\r\nRule 00001,critical,1\r\n",
		]);
		click(el.querySelector<HTMLElement>("[aria-label='Copy as Markdown']"));
		expect(copied[1]).toContain("| [[Detection Rules/Rule 00011\\|Rule 00011]] | critical | 11 |");
	});

	it("puts numbers at the right", () => {
		const { el } = drawRows(ruleRows(2));
		expect(el.querySelectorAll("td.detection-vault-number")).toHaveLength(2);
	});

	it("keeps sorting, filter and the rows' elements when the data behind it changes", () => {
		const { el, redraw } = drawRows(ruleRows(12));
		click(header(el, "Number"));
		click(header(el, "Number"));
		type(el.querySelector("input[type=search]"), "rule");
		const row = el.querySelector("tbody tr");
		redraw(
			<TableView
				columns={columns}
				rows={[...ruleRows(12), [linkTo("Rules/New rule.md"), "low", -1]]}
			/>,
		);
		expect(el.querySelector("tbody tr")).toBe(row);
		expect(shownNames(el)).toHaveLength(13);
		expect(shownNames(el)[12]).toBe("New rule");
		expect(sorts(el)).toEqual(["none", "none", "descending"]);
	});
});

describe("a long table", () => {
	// Nothing has a height where nothing is laid out.
	beforeEach(() => {
		vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
		vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(33);
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it("draws only rows near those in sight, and tells how many there are", () => {
		const { el } = drawRows(ruleRows(5000));
		const drawn = el.querySelectorAll("tbody tr[data-index]").length;
		expect(drawn).toBeGreaterThan(5);
		expect(drawn).toBeLessThan(80);
		expect(el.querySelector("table")?.getAttribute("aria-rowcount")).toBe("5001");
		expect(el.querySelector("tbody tr[data-index]")?.getAttribute("aria-rowindex")).toBe("2");
	});

	it("holds the place of the rows that are not drawn", () => {
		const { el } = drawRows(ruleRows(5000));
		const spacer = el.querySelector<HTMLElement>(".detection-vault-spacer td");
		expect(Number.parseInt(spacer?.style.height ?? "", 10)).toBeGreaterThan(100_000);
	});
});
