import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml, parseYamlDocuments } from "../../../src/core/formats/yaml";

function valueOf(text: string): unknown {
	const result = parseYaml(text);
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

describe("parseYaml", () => {
	test.each([
		["00000429", "00000429"],
		["-007", "-007"],
		["12345678901234567890", "12345678901234567890"],
		["12", 12],
		["-3", -3],
		["0x1F", 31],
		["0o17", 15],
		["1.5", 1.5],
		["1e3", 1000],
		[".inf", Infinity],
		["2024-05-01", "2024-05-01"],
		["yes", "yes"],
		["on", "on"],
		["true", true],
		["~", null],
		["", null],
		["0", 0],
	])("reads the scalar %s as it is meant", (text, value) => {
		expect(valueOf(`a: ${text}`)).toEqual({ a: value });
	});

	test("gives the 1-based line of a mistake", () => {
		const result = parseYaml("a: b\nc:\n  - x\n - y\n");
		expect(result).toMatchObject({ ok: false, failure: { line: 4, bomb: false } });
	});

	test("refuses aliases that expand without end", () => {
		const levels = Array.from({ length: 9 }, (_, n) => {
			const items = n === 0 ? "lol" : Array.from({ length: 10 }, () => `*a${n - 1}`).join(", ");
			return `a${n}: &a${n} [${items}]`;
		});
		expect(parseYaml(levels.join("\n"))).toMatchObject({ ok: false, failure: { bomb: true } });
	});

	test("refuses a value that holds itself", () => {
		expect(parseYaml("&a [*a]")).toMatchObject({ ok: false, failure: { bomb: true } });
	});

	test("survives nesting deeper than the stack", () => {
		expect(parseYaml("[".repeat(100_000))).toMatchObject({ ok: false });
	});

	test("takes the ordinary use of aliases", () => {
		expect(valueOf("a: &x [1, 2]\nb: *x\n")).toEqual({ a: [1, 2], b: [1, 2] });
	});

	test("does not let a key reach the prototype", () => {
		valueOf("__proto__:\n  polluted: true\n");
		expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
	});

	test("never throws", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...Array.from("-:[]{}&*!|>'\"#%@\n \tab1,?~")) }),
				(text) => {
					expect(parseYaml(text)).toHaveProperty("ok");
				},
			),
		);
	});
});

describe("parseYamlDocuments", () => {
	test("gives each document with its own text and line", () => {
		const documents = parseYamlDocuments("# head\n---\na: 1\n---\nb: 2\n");
		expect(documents).toMatchObject([
			{ ok: true, value: { a: 1 }, text: "a: 1\n", line: 3 },
			{ ok: true, value: { b: 2 }, text: "b: 2\n", line: 5 },
		]);
	});

	test("a broken document does not cost the others, and its line is the file's", () => {
		const documents = parseYamlDocuments("a: 1\n---\nb: [\n---\nc: 3\n");
		expect(documents.map(({ ok }) => ok)).toEqual([true, false, true]);
		expect(documents[1]).toMatchObject({ failure: { line: 4 } });
	});

	test("keeps content on the line that starts a document", () => {
		const documents = parseYamlDocuments("--- {a: 1}\n--- {b: 2,\n c: 3}\n--- # last\nd: 4\n");
		expect(documents.map((part) => [part.line, part.ok && part.value])).toEqual([
			[1, { a: 1 }],
			[2, { b: 2, c: 3 }],
			[5, { d: 4 }],
		]);
	});

	test("leaves out documents without content", () => {
		expect(parseYamlDocuments("---\n# nothing\n---\n...\n")).toEqual([]);
	});
});
