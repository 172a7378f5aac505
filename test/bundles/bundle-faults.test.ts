import { describe, expect, it } from "vitest";
import { findFaults } from "../../scripts/bundle/inspect.mjs";

function faultsOf(code: string, external: readonly string[] = []): readonly string[] {
	return findFaults({ name: "b.js", code, external, isAllowed: (path) => path === "obsidian" });
}

describe("a bundle is refused", () => {
	it.each([
		["when it evaluates text", 'const f = eval; f("1");'],
		["when it makes functions of text", 'const f = new (Function)("1");'],
		["when it calls the function constructor", 'Function("return 1")();'],
		["when a string of it looks like evaluation", 'const text = "eval(1)";'],
	])("%s", (_name, code) => {
		expect(faultsOf(code)).not.toEqual([]);
	});

	it("when it imports what its host does not have", () => {
		expect(faultsOf("", ["obsidian", "fs"])).toEqual(["b.js imports fs"]);
	});

	it("and one that does none of this is not", () => {
		expect(faultsOf('retrieval(1); const text = "medieval";', ["obsidian"])).toEqual([]);
	});
});
