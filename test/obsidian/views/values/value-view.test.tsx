import { describe, expect, it } from "vitest";
import type { Value } from "../../../../src/core/model/value";
import { ValueView } from "../../../../src/obsidian/views/values/value-view";
import { valueText } from "../../../../src/obsidian/views/values/value-text";
import { draw } from "../../support/draw";
import { dateOf, linkTo } from "../../support/values";

const shown = (value: Value): string => draw(<ValueView value={value} />).el.innerHTML;

describe("a value in a cell", () => {
	it("is a dash with a name where there is none", () => {
		expect(shown(null)).toContain('aria-label="No value"');
		expect(shown("")).toContain("–");
		expect(shown([])).toContain("–");
	});

	it("is a word for true and false", () => {
		expect([shown(true), shown(false)]).toEqual(["Yes", "No"]);
	});

	it("is itself where a list has one, one line of short ones, and a list of longer ones", () => {
		const text = (value: Value) => draw(<ValueView value={value} />).el.textContent;
		expect(text(["a"])).toBe("a");
		expect(text(["T1021.004", "T1059"])).toBe("T1021.004, T1059");
		const long = "a sentence that does not fit on a line with others";
		expect(draw(<ValueView value={[long, "b"]} />).el.querySelectorAll("li")).toHaveLength(2);
	});

	it("is a link with the note's name, or its own text", () => {
		expect(draw(<ValueView value={linkTo("A/SSH.md")} />).el.textContent).toBe("SSH");
		expect(draw(<ValueView value={linkTo("A/SSH.md", "Secure Shell")} />).el.textContent).toBe(
			"Secure Shell",
		);
	});

	it("is text where a web link would lead into a program", () => {
		const web = { kind: "web-link", url: "javascript:alert(1)", display: "page" } as const;
		expect(shown(web)).toBe("page");
	});

	it("shows an object's fields by name", () => {
		const fields = new Map<string, Value>([
			["host", "srv1"],
			["runs", 2],
		]);
		expect(draw(<ValueView value={{ kind: "object", fields }} />).el.textContent).toBe(
			"hostsrv1runs2",
		);
	});

	it("comes to an end however deep lists lie in lists", () => {
		let deep: Value = ["x", "y"];
		for (let depth = 0; depth < 5000; depth++) deep = [deep, "z"];
		expect(shown(deep)).toContain("…");
	});
});

describe("a date", () => {
	it("is a day, with the time only where there is one", () => {
		expect(valueText(dateOf("2026-11-02T00:00:00Z"))).toBe("2026-11-02");
		expect(valueText(dateOf("2026-11-02T09:20:00Z"))).toBe("2026-11-02 09:20");
		expect(valueText(dateOf("2026-11-02T09:20:05Z"))).toBe("2026-11-02 09:20:05");
	});

	it("is shown as the clock on the wall had it", () => {
		expect(valueText(dateOf("2026-11-02T23:30:00Z", 330))).toBe("2026-11-03 05:00");
		expect(valueText(dateOf("2026-11-02T00:30:00Z", -60))).toBe("2026-11-01 23:30");
	});

	it("says so where it is none", () => {
		expect(valueText(dateOf("no date"))).toBe("Invalid date");
	});
});

it("a duration is written in its units", () => {
	expect(valueText({ kind: "duration", units: { days: 1, hours: 4 } })).toBe("1 day, 4 hours");
	expect(valueText({ kind: "duration", units: {} })).toBe("0 seconds");
});
