import { expect, it } from "vitest";
import type { RulePanelQuery } from "../../../../src/core/panels/rule-panel";
import { QueryParts } from "../../../../src/obsidian/views/panels/rule/query-parts";
import { click, draw, texts } from "../../support/draw";

const TREE = { kind: "group", how: "always", detail: null, parts: [] } as const;
const query = (label: string | null, text: string | null): RulePanelQuery => ({
	...{ label, text, tree: TREE },
});
const titles = (queries: readonly RulePanelQuery[]): string[] =>
	texts(draw(<QueryParts queries={queries} />).el, ".detection-vault-fold-head");

it("queries of a rule are told apart by their product, else by a number", () => {
	expect(titles([query(null, "a")])).toEqual(["Query", "Condition"]);
	expect(titles([query("Sentinel", null), query("Defender XDR", null)])).toEqual([
		"Condition for Sentinel",
		"Condition for Defender XDR",
	]);
	expect(titles([query("A", null), query("B", null), query("A", null)])).toEqual([
		...["Condition for A, 1", "Condition for B", "Condition for A, 2"],
	]);
	expect(titles([query(null, "a"), query(null, null)])).toEqual([
		...["Query 1", "Condition 1", "Condition 2"],
	]);
});

it("a query is copied as it stands in the rule", () => {
	const { el, copied } = draw(<QueryParts queries={[query(null, "a\n\t| where b")]} />);
	click(el.querySelector<HTMLElement>("[aria-label='Copy the query']"));
	expect(copied).toEqual(["a\n\t| where b"]);
});

it("a rule without a query says so", () => {
	const { el } = draw(<QueryParts queries={[]} />);
	expect(el.textContent).toContain("This rule has no query.");
});
