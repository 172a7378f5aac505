import { expect, test } from "vitest";
import { parseEql } from "../../../src/core/languages/eql/parse-eql";
import { parseKql } from "../../../src/core/languages/kql/parse-kql";
import { parseSpl } from "../../../src/core/languages/spl/parse-spl";
import type { Detection } from "../../../src/core/model/detection";
import type { TreeNode } from "../../../src/core/panels/condition-tree";
import { showDetection } from "../../../src/core/panels/condition-tree";
import { NO_CONTEXT } from "../languages/query-building";

/** A tree on one line: groups as `word [detail](parts)`, tests as `field operator values`. */
function draw(node: TreeNode): string {
	if (node.kind === "opaque") return `?${node.text}`;
	if (node.kind === "test") {
		const values = node.values.map((value) => JSON.stringify(value)).join("|");
		const name = node.label === null ? (node.field ?? "*") : `${node.field ?? "*"}=${node.label}`;
		return `${node.isComputed ? "~" : ""}${name} ${node.op} ${values}`;
	}
	const detail = node.detail === null ? "" : ` [${node.detail}]`;
	const within = node.within === undefined ? "" : ` within ${node.within}`;
	const matching = node.matching === undefined ? "" : ` ${node.matching}`;
	return `${node.how}${matching}${detail}${within}(${node.parts.map(draw).join(", ")})`;
}

const treeOf = (detection: Detection): string => draw(showDetection(detection, () => null));
const eql = (text: string): string => treeOf(parseEql(text, NO_CONTEXT).detection);
const spl = (text: string): string => treeOf(parseSpl(text, NO_CONTEXT).detection);
const kql = (text: string): string => treeOf(parseKql(text, NO_CONTEXT).detection);

test.each([
	["process where a == 1 and (b == 2 or c == 3)", "all(a eq 1, any(b eq 2, c eq 3))"],
	["process where a == 1 and not (b == 2 or c == 3)", "all(a eq 1, none(b eq 2, c eq 3))"],
	["process where not a == 1", "none(a eq 1)"],
	["process where true", "always()"],
])("alternatives that are excluded are one group: %s", (query, tree) => {
	expect(eql(query)).toBe(tree);
});

test("a sequence shows its span, its fields, and how often and after what a step may come", () => {
	expect(
		eql(
			"sequence by host with maxspan=5m [process where a == 1] with runs=3 ![file where b == 2] [file where c == 3] by id until [process where d == 4]",
		),
	).toBe(
		"sequence [host] within 5m(event [process ×3](a eq 1), absent [file](b eq 2), event [file id](c eq 3), until(event [process](d eq 4)))",
	);
});

test.each([
	[
		"| search a=1 | stats count by host, user | where count > 5",
		"then(a eq 1, count [host, user](~count gt 5))",
	],
	["| search a=1 | stats count by host", "then(a eq 1, count [host]())"],
	["| search a=1 | stats count", "then(a eq 1, count())"],
])("what is counted, by what, and how much is asked for: %s", (query, tree) => {
	expect(spl(query)).toBe(tree);
});

test("a join names its fields, and has a part for each query", () => {
	expect(kql("A | where a == 1 | join kind=inner (B | where b == 2) on id")).toBe(
		"join inner [id](a eq 1, b eq 2)",
	);
});

test("a label stands beside the field, unless the rule spells the field so", () => {
	const { detection } = parseEql("process where a == 1 and b == 2", NO_CONTEXT);
	expect(draw(showDetection(detection, () => "a"))).toBe("all(a eq 1, b=a eq 2)");
});
