import { expect, test } from "vitest";
import { ask } from "../support/ask";
import { vaultOf } from "../support/small-vault";

const index = vaultOf({ "A.md": "---\nn: 1\n---\n#a" });

test.each([
	["a sum", "= 1" + "+1".repeat(1000), 1001],
	["conditions", "= 1" + " and 1".repeat(1000), true],
	["parts", "= a" + ".b".repeat(1000), null],
	["calls", "= (() => 1)" + "()", 1],
	["nots", "= " + "!".repeat(100) + "1", true],
	["brackets", "= " + "(".repeat(100) + "1" + ")".repeat(100), 1],
])("a long chain of %s has a value", (_, query, value) => {
	expect(ask(index, query).value).toEqual(value);
});

test.each([
	["a sum", "= 1" + "+1".repeat(100_000)],
	["conditions", "LIST WHERE 1" + " and 1".repeat(100_000)],
	["parts", "LIST a" + ".b".repeat(100_000)],
	["calls", "LIST a" + "()".repeat(100_000)],
	["sources", "LIST FROM #a" + " or #a".repeat(100_000)],
	["brackets", "= " + "(".repeat(100_000) + "1" + ")".repeat(100_000)],
	["lists", "= " + "[".repeat(100_000) + "]".repeat(100_000)],
	["nots", "= " + "!".repeat(100_000) + "1"],
	// Each level would double the work if what cannot follow an expression were tried for every expression that ends there.
	["calls left open", "= f(" + "(x) => x > 1([1], ".repeat(100) + "1"],
	["nots of calls left open", "= " + "!a(".repeat(100) + "1"],
	["indices left open", "= " + "(x) => a[".repeat(100) + "1"],
])("an endless chain of %s is an error", (_, query) => {
	expect(ask(index, query).error?.message).toBeTypeOf("string");
});
