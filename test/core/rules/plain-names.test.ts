import { describe, expect, it } from "vitest";
import { cutTitle, titleFromProse } from "../../../src/core/rules/plain-names";

const LONG = "that goes on and on ".repeat(7).trimEnd();

describe("a title of prose", () => {
	it.each([
		["Finds new services. It needs Sysmon.", "Finds new services"],
		["Finds version 1.2 of a tool", "Finds version 1.2 of a tool"],
		["Finds **new** services:\nby event 7045", "Finds new services"],
		[`Finds services of strangers, ${LONG}`, "Finds services of strangers"],
		[`Finds services of strangers (${LONG})`, "Finds services of strangers"],
		["", undefined],
		["  \nsecond line", undefined],
	])("%j gives %j", (text, title) => {
		expect(titleFromProse(text)).toBe(title);
	});

	it("is none where only a few words stand before the first pause", () => {
		expect(titleFromProse(`Finds, ${LONG}`)).toBeUndefined();
		expect(titleFromProse(LONG)).toBeUndefined();
	});

	it("can be cut at a word", () => {
		const title = cutTitle(LONG) ?? "";
		expect(title.length).toBeLessThanOrEqual(121);
		expect(title).toMatch(/^that goes on .* (?:that|goes|on|and)…$/);
	});
});
