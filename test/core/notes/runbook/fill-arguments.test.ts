import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillArguments, listPlaceholders } from "../../../../src/core/notes/runbook/fill-arguments";

const value = (name: string, text: string | undefined) => ({ name, type: "", value: text });

describe("a command's arguments", () => {
	it("are filled in by name, whatever its case, also where a value names another", () => {
		const filled = fillArguments("a #{One} #{two} #{ two }", [
			value("one", "1 #{two}"),
			value("two", "$& $1"),
		]);
		expect(filled).toEqual({ text: "a 1 $& $1 $& $1 $& $1", missing: [], hasSecret: false });
	});

	it("that nobody gave a value stay and are told, each once", () => {
		const filled = fillArguments("#{a} #{b} #{a}", [value("a", undefined)]);
		expect(filled).toMatchObject({ text: "#{a} #{b} #{a}", missing: ["a", "b"] });
	});

	it("tell when one is a secret", () => {
		expect(fillArguments("#{password}", [value("password", "x")]).hasSecret).toBe(true);
		expect(fillArguments("#{password}", [value("password", "")]).hasSecret).toBe(false);
	});

	it("that go round in a circle, or grow without end, come to one", () => {
		const circle = fillArguments("#{a}", [value("a", "#{b}"), value("b", "#{a}")]);
		expect(circle.text).toMatch(/^#\{[ab]\}$/);
		const grown = fillArguments("#{a}".repeat(1000), [value("a", "#{a}".repeat(1000))]);
		expect(grown.text.length).toBeLessThan(1_000_000);
	});

	it("of any text do not throw, and a command without placeholders stays", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (command, text) => {
				const filled = fillArguments(command, [value("a", text)]);
				if (listPlaceholders(command).length === 0) expect(filled.text).toBe(command);
			}),
		);
	});
});
