import { expect, it } from "vitest";
import { readBlock } from "../../../src/obsidian/blocks/block-options";

it("a block is a query unless it starts with panel", () => {
	expect(readBlock("TABLE panel FROM #x")).toEqual({ kind: "query", query: "TABLE panel FROM #x" });
	expect(readBlock("panel: rules")).toMatchObject({
		kind: "panel",
		panel: "rules",
		technique: undefined,
		exact: false,
	});
});

it("a panel takes its technique in every spelling, and the note's own by default", () => {
	expect(readBlock("panel: rules\ntechnique: t1021_004")).toMatchObject({ technique: "T1021.004" });
	expect(readBlock("\n  panel: Rules\n  technique: this")).toMatchObject({
		panel: "rules",
		technique: undefined,
	});
});

it("a panel rolls sub-techniques up unless told", () => {
	expect(readBlock("panel: rules\nexact: true")).toMatchObject({ exact: true });
});

it("options that no panel knows are named", () => {
	expect(readBlock("panel: rules\ncolour: red\n__proto__: x")).toMatchObject({
		unknown: ["colour", "__proto__"],
	});
});

it("options that are no YAML are said to be so", () => {
	expect(readBlock("panel: [").kind).toBe("broken");
});
