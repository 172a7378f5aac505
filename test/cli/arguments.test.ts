import { describe, expect, test } from "vitest";
import type { CommandShape } from "../../src/cli/arguments";
import { parseArguments } from "../../src/cli/arguments";

const SHAPE: CommandShape = {
	words: { least: 1, most: 2 },
	options: { rules: "many", note: "one", json: "none" },
};

function parse(
	line: string,
): { words: readonly string[]; values: Record<string, readonly string[]> } | string {
	const result = parseArguments(line.split(" ").filter(Boolean), SHAPE);
	return result.ok
		? { words: result.words, values: Object.fromEntries(result.values) }
		: result.message;
}

describe("parseArguments", () => {
	test("an option takes several values and may be repeated", () => {
		expect(parse("vault --rules a b --json --rules c")).toEqual({
			words: ["vault"],
			values: { rules: ["a", "b", "c"], json: [] },
		});
	});

	test("an option of one value leaves the next word alone", () => {
		expect(parse("vault --note n.md query")).toEqual({
			words: ["vault", "query"],
			values: { note: ["n.md"] },
		});
	});

	test("an equals sign joins option and value", () => {
		expect(parse("vault --note=a=b")).toEqual({ words: ["vault"], values: { note: ["a=b"] } });
	});

	test("a lone dash and what follows two dashes are words", () => {
		expect(parse("vault -")).toEqual({ words: ["vault", "-"], values: {} });
		expect(parse("vault -- --json")).toEqual({ words: ["vault", "--json"], values: {} });
	});

	test.each([
		["", "an argument is missing"],
		["a b c", "unexpected argument c"],
		["a --unknown", "unknown option --unknown"],
		["a --rule x", "unknown option --rule; did you mean --rules?"],
		["-n", "unknown option -n"],
		["a --rules b -v", "unknown option -v"],
		["a --__proto__ x", "unknown option --__proto__"],
		["a --rules", "--rules needs a value"],
		["a --note x --note y", "--note is given twice"],
		["a --json=yes", "--json takes no value"],
	])("%j is wrong: %s", (line, message) => {
		expect(parse(line)).toBe(message);
	});
});
