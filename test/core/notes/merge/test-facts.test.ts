import { describe, expect, it } from "vitest";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";

const GUID = "- GUID: 1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01 ^t-1f0b3c52";
const PLATFORMS = "- Platforms: Linux · Executor: sh";
const DERIVED = [
	"- Expected signal: sh starts curl (derived)",
	"- Expected events: auditd EXECVE (derived)",
	"- Expected rules: in the runbook panel above (derived)",
];
const note = (...facts: readonly string[]): string =>
	`## Test: A\n\n${[GUID, ...facts].join("\n")}\n\nA description.\n`;

const merge = (base: string, mine: string, theirs: string): unknown => {
	const merged = mergeNote({ base, mine, theirs });
	if (!merged.ok) throw new Error(merged.reason);
	return { text: merged.text, conflicts: merged.conflicts };
};

describe("what is expected of a test", () => {
	const old = note(PLATFORMS, "- Expected signal:");
	const now = note(PLATFORMS, ...DERIVED);

	it("is derived where the person said nothing", () => {
		expect(merge(old, `${old}\nMine.\n`, now)).toEqual({ text: `${now}\nMine.\n`, conflicts: [] });
	});

	it("stays the person's own, on one line or on several", () => {
		const [, ...rest] = DERIVED;
		for (const own of [
			["- Expected signal: a syslog line"],
			["- Expected signal:", "  - a syslog line", "\t- and another"],
		]) {
			const expected = { text: note(PLATFORMS, ...own, ...rest), conflicts: [] };
			expect(merge(old, note(PLATFORMS, ...own), now)).toEqual(expected);
		}
	});

	it("stays the person's own over every later derivation", () => {
		const mine = note(PLATFORMS, ...DERIVED).replace("sh starts curl (derived)", "mine");
		const later = note(PLATFORMS, ...DERIVED.map((line) => line.replace("curl", "wget")));
		expect(merge(now, mine, later)).toEqual({ text: mine, conflicts: [] });
	});

	it("stays away where the person took it out", () => {
		const mine = note(PLATFORMS);
		const later = note(PLATFORMS, ...DERIVED.map((line) => line.replace("curl", "wget")));
		expect(merge(now, mine, later)).toEqual({ text: mine, conflicts: [] });
	});

	it("is no conflict in a test that the person deleted", () => {
		const whole = (test: string): string => `# B\n\nText.\n\n${test}`;
		expect(merge(whole(old), "# B\n\nText.\n", whole(now))).toEqual({
			text: "# B\n\nText.\n",
			conflicts: [],
		});
	});
});

it("a fact that both changed is a conflict, and an own one stays", () => {
	const mine = note("- Platforms: Linux, macOS", "- Owner: blue", ...DERIVED);
	const theirs = note("- Platforms: Windows", ...DERIVED);
	const merged = mergeNote({ base: note(PLATFORMS, ...DERIVED), mine, theirs });
	expect(merged).toMatchObject({
		conflicts: [{ what: "Test: A", upstream: "- Platforms: Windows" }],
	});
	expect(merged.ok && merged.text.startsWith(mine)).toBe(true);
});
