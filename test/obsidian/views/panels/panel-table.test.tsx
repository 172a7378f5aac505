import { describe, expect, it } from "vitest";
import type { RuleEntry } from "../../../../src/core/library/library-entry";
import type { NamedRow } from "../../../../src/core/panels/named-rows";
import { rulesColumn } from "../../../../src/obsidian/views/panels/counted-part";
import type { PanelColumn } from "../../../../src/obsidian/views/panels/table/panel-column";
import { PanelTable } from "../../../../src/obsidian/views/panels/table/panel-table";
import { buildRule } from "../../../core/library/rule-builder";
import { click, draw, perform, texts, type } from "../../support/draw";

const COLUMNS: readonly PanelColumn<NamedRow>[] = [
	{ name: "Name", value: ({ name }) => name },
	rulesColumn("Rules"),
];

const rules: readonly RuleEntry[] = ["1", "2", "3"].map((id) => buildRule(id));

const named = (count: number): NamedRow[] =>
	Array.from({ length: count }, (_, index) => ({
		name: `name ${String(index).padStart(3, "0")}`,
		rules: rules.slice(0, 1 + (index % 3)),
	}));

const keyOf = ({ name }: NamedRow): string => name;

const table = (rows: readonly NamedRow[], limit = 10) => (
	<PanelTable
		name="Names"
		nameRows={(count) => `${count} names`}
		columns={COLUMNS}
		rows={rows}
		keyOf={keyOf}
		limit={limit}
	/>
);

const names = (el: HTMLElement): string[] => texts(el, "tbody tr[aria-rowindex] td:first-child");
const buttons = (el: HTMLElement): HTMLElement[] => [
	...el.querySelectorAll<HTMLElement>(".detection-vault-count-button"),
];
const more = (el: HTMLElement): HTMLElement | null => el.querySelector(".detection-vault-show-all");

function press(element: Element | null, key: string): void {
	if (element === null) throw new Error("There is nothing to press on.");
	perform(() => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
}

describe("a panel's table", () => {
	it("states how many rows there are and shows the first ones until all are asked for", () => {
		const { el } = draw(table(named(25)));
		expect(el.querySelector("[role=status]")?.textContent).toBe("25 names");
		expect(names(el)).toHaveLength(10);
		expect(more(el)?.textContent).toBe("Show all 25");
		click(more(el));
		expect(names(el)).toHaveLength(25);
		click(more(el));
		expect(names(el)).toHaveLength(10);
	});

	it("has nothing to ask for where all rows are shown", () => {
		expect(more(draw(table(named(10))).el)).toBeNull();
	});

	it("sorts and filters all rows, those that are not shown too", () => {
		const { el } = draw(table(named(25)));
		type(el.querySelector("input[type=search]"), "02");
		expect(names(el)).toEqual([
			"name 002",
			"name 020",
			"name 021",
			"name 022",
			"name 023",
			"name 024",
		]);
		expect(el.querySelector("[role=status]")?.textContent).toBe("6 of 25 names");
	});

	it("copies every row that the filter leaves, not only those in sight", () => {
		const { el, copied } = draw(table(named(12), 2));
		click(el.querySelector<HTMLElement>("[aria-label='Copy as CSV']"));
		expect(copied[0]?.split("\r\n")).toHaveLength(14);
		expect(copied[0]).toContain("name 011,3");
	});

	it("opens the rules behind a number below its row, each a link with vendor and level", () => {
		const { el, opened } = draw(table(named(3)));
		click(buttons(el)[1]);
		expect(buttons(el)[1]?.getAttribute("aria-expanded")).toBe("true");
		expect(texts(el, ".detection-vault-rule-list li")).toEqual([
			"Rule 1 Sigma · high",
			"Rule 2 Sigma · high",
		]);
		click(el.querySelector<HTMLElement>(".detection-vault-rule-list a"));
		expect(opened).toEqual(["Rules/1.md"]);
	});

	it("closes the list with Escape and gives the focus back to the number", () => {
		const { el } = draw(table(named(3)));
		click(buttons(el)[1]);
		press(el.querySelector(".detection-vault-rule-list a"), "Escape");
		expect(el.querySelector(".detection-vault-rule-list")).toBeNull();
		expect(document.activeElement).toBe(buttons(el)[1]);
	});

	it("closes the list with Escape on the number itself", () => {
		const { el } = draw(table(named(3)));
		click(buttons(el)[0]);
		press(buttons(el)[0] ?? null, "Escape");
		expect(el.querySelector(".detection-vault-rule-list")).toBeNull();
	});

	it("keeps open lists, filter and rows when the rows behind it change", () => {
		const { el, redraw } = draw(table(named(12)));
		click(buttons(el)[0]);
		click(more(el));
		const row = el.querySelector("tbody tr");
		redraw(table([...named(12), { name: "name 999", rules }]));
		expect(el.querySelector("tbody tr")).toBe(row);
		expect(names(el)).toHaveLength(13);
		expect(el.querySelectorAll(".detection-vault-rule-list")).toHaveLength(1);
	});

	it("shows a zero as no button", () => {
		const { el } = draw(table([{ name: "none", rules: [] }]));
		expect(buttons(el)).toHaveLength(0);
		expect(texts(el, "td:last-child")).toEqual(["0"]);
	});
});
