import { describe, expect, it } from "vitest";
import { giveGuids } from "../../../../src/core/notes/runbook/give-guids";
import { readRunbook } from "../../../../src/core/notes/runbook/read-runbook";

const GUIDS = [1, 2, 3, 4].map((digit) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`);
const give = (text: string): ReturnType<typeof giveGuids> => {
	let next = 0;
	return giveGuids(text, () => GUIDS[next++] ?? "");
};

describe("a test of the person's own without a GUID", () => {
	const text = [
		"## Test: With facts\n\n- Platforms: Linux · Executor: sh\n\nText.\n",
		"## Test: With text\n\nText.\n",
		"## Test: Right below\nText.\n",
		"## Test: Has one\n\n- GUID: 99999999-1111-4111-8111-111111111111 ^t-99999999\n",
		"## Test: Empty",
	].join("\n");

	it.each(["\n", "\r\n"])("gets one as its first fact, in the note's line breaks", (lineBreak) => {
		const before = text.replaceAll("\n", lineBreak);
		const { text: after, given } = give(before);
		expect(given.map(({ name }) => name)).toEqual([
			"With facts",
			"With text",
			"Right below",
			"Empty",
		]);
		expect(readRunbook(after).map(({ guid }) => guid)).toEqual([
			...GUIDS.slice(0, 3),
			"99999999-1111-4111-8111-111111111111",
			GUIDS[3],
		]);
		const kept = new Set(after.split(lineBreak));
		expect(before.split(lineBreak).filter((line) => !kept.has(line))).toEqual([]);
		expect(after.includes("\r")).toBe(lineBreak === "\r\n");
	});

	it("gets none a second time", () => {
		const { text: after } = give(text);
		expect(give(after)).toEqual({ text: after, given: [] });
	});

	it("is left alone in the rendering of Atomic Red Team", () => {
		const rendered = "# T1000 - A\n\n## Atomic Test #1 - B\n\nText.\n";
		expect(give(rendered)).toEqual({ text: rendered, given: [] });
	});
});
