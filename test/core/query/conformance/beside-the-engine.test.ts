import { describe, expect, test } from "vitest";
import type { Json } from "../../../../src/core/query/encode-value";
import { ask } from "../support/ask";
import { vaultOf } from "../support/small-vault";

const valueIn = (note: string, expression: string): Json | undefined =>
	ask(vaultOf({ "Note.md": note, "A.md": "", "B.md": "" }), `= ${expression}`, "Note.md").value;

// What running Dataview's own engine beside this one over random notes and queries turned up.
describe("fields as Dataview reads them", () => {
	test.each<[note: string, expression: string, value: Json]>([
		["[gap:: null]", "this.gap", "null"],
		["gap:: null, 1", "this.gap", ["null", 1]],
		["1️⃣:: x", 'this["1️⃣"]', "x"],
		["1️⃣ step:: x", 'this["1️⃣-step"]', "x"],
		["a 1️⃣:: x", 'length(filter(list(this["a-1️⃣"]), (x) => x))', 0],
		["[a:: 1](b:: 2)", "this.a + this.b", 3],
		["[a:: 1](b:: #x)", "this.file.tags", ["#x"]],
		["[a:: 1](b:: 2)", "this.file.outlinks", []],
		["---\naliases: [A, null, 1]\n---\n", "this.file.aliases", ["A", "1"]],
		[
			"- ![[A]] [[B]]\n  [[A]]",
			"map(this.file.lists, (i) => map(i.outlinks, (l) => meta(l).path))",
			[["B", "A", "A"]],
		],
		["- [ ] x [ctime:: false]", "this.file.tasks.created", [null]],
		["- [ ] x [due:: 0]", "this.file.tasks.due", [0]],
		["- [ ] x [duetime:: 0]", "this.file.tasks.due", [null]],
		["- [ ] x [duetime:: 1]", "this.file.tasks.due", [1]],
		["- a:: 1\n\na:: 2", "this.file.lists.a", [1]],
	])("%j: %s", (note, expression, value) => {
		expect(valueIn(note, expression)).toEqual(value);
	});
});

describe("calls as Dataview makes them", () => {
	test("one element is in order without a key", () => {
		expect(valueIn("", "sort([date(2024-01-01)], (x) => x * 2)")).toEqual(["2024-01-01"]);
	});
});

describe("rows as Dataview has them", () => {
	const vault = vaultOf({ "Note.md": "- [ ] one #x #y\n- [x] two\n" });

	test("what FLATTEN makes of a task's own field is the task's", () => {
		const rows = ask(vault, "TASK FLATTEN tags").rows as { $item: Record<string, Json> }[];
		expect(rows.map(({ $item }) => [$item["text"], $item["tags"]])).toEqual([
			["one #x #y", "#x"],
			["one #x #y", "#y"],
		]);
	});

	test("other names that FLATTEN makes are not", () => {
		const rows = ask(vault, "TASK FLATTEN 1 AS extra").rows as { $item: Record<string, Json> }[];
		expect(rows.map(({ $item }) => $item["fields"])).toEqual([undefined, undefined]);
	});

	test("a group cannot be called rows", () => {
		const { error } = ask(vault, "TASK GROUP BY status AS rows");
		expect(error).toMatchObject({ kind: "execution", line: 1, column: 15 });
		expect(error?.message).toContain("give it another name with AS");
	});
});
