import { expect, test } from "vitest";
import { plainLine } from "../../src/cli/plain-line";
import { showOutcome } from "../../src/cli/show-outcome";

test("a source's words cannot steer the terminal that shows them", () => {
	expect(plainLine("rule\u001B[2J\u001B]0;x\u0007\r\nnext\u2028line\u009B1m")).toBe(
		"rule [2J ]0;x next line 1m",
	);
});

test("a query's answer as text shows a note's words without them", () => {
	const shown = showOutcome({
		type: "table",
		columns: ["name"],
		rows: [["rule\u001B[2J"], [{ kind: "link", path: "a\u001Bb.md", type: "file", embed: false }]],
		failed: [],
	});
	expect(shown).toBe("name\nrule [2J\na b\n");
});
