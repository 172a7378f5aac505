import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPlainIds } from "../../../src/core/finding/plain-ids";
import { findTypedTechnique, isInBlock } from "../../../src/core/finding/typed-technique";

const ids = (text: string): string[] =>
	(splitPlainIds(text, (id) => id !== "T9999") ?? []).flatMap((piece) =>
		typeof piece === "string" ? [] : [piece.id],
	);

describe("plain ids in a text", () => {
	it.each([
		["T1021.004, (T1059) T1021.", ["T1021.004", "T1059", "T1021"]],
		["T1021,T1059;T1003", ["T1021", "T1059", "T1003"]],
		["T9999 t1021 XT1021 T10210 T1021.0045 T1021.a", []],
		["a/T1021 T1021/004 #T1021 T1021_004 T1021-x x@T1021 v.T1021", []],
		["none", []],
	])("%j", (text, expected) => {
		expect(ids(text)).toEqual(expected);
	});

	it("give the text again when they are put together", () => {
		const piece = fc.constantFrom("T1021", "T1021.004", "T9999", " ", ",", "/", "_", "é", "x");
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join("");
				const split = splitPlainIds(text, (id) => id !== "T9999") ?? [text];
				expect(split.map((part) => (typeof part === "string" ? part : part.id)).join("")).toBe(
					text,
				);
			}),
		);
	});
});

describe("an id that is being typed", () => {
	it.each([
		["T10", 0, "T10"],
		["like t1021.0", 5, "t1021.0"],
		["(T1021_00", 1, "T1021_00"],
		["t1021 ", 0, "t1021 "],
		["**T1021 ss", 2, "T1021 ss"],
		["`code` and [link](x) T1021", 21, "T1021"],
		["[[link]] T1021", 9, "T1021"],
	])("%j", (before, start, text) => {
		expect(findTypedTechnique(before)).toEqual({ start, text });
	});

	it.each([
		"T1",
		"xT1021",
		"T10211",
		"T1021  x",
		"`T1021",
		"``a ` T1021",
		"[[x T1021",
		"[x](T1021",
	])("is none in %j", (before) => {
		expect(findTypedTechnique(before)).toBeUndefined();
	});

	it("is none in front matter and code blocks, however they are fenced", () => {
		const isIn = (text: string): boolean => {
			const lines = text.split("\n");
			return isInBlock(lines.length - 1, (line) => lines[line] ?? "");
		};
		expect(isIn("---\ntags:\nT1021")).toBe(true);
		expect(isIn("---\ntags:\n---\nT1021")).toBe(false);
		expect(isIn("> ```kql\n> T1021")).toBe(true);
		expect(isIn("````\n```\nT1021")).toBe(true);
		expect(isIn("```\n```\nT1021")).toBe(false);
	});
});
