import type { NoteKind } from "../../model/note";
import { comparable } from "../../text/comparable";

/** What other vaults call the sections that our notes have, by letters and digits. */
const OTHER_NAMES: Readonly<Record<NoteKind, ReadonlyMap<string, string>>> = {
	technique: new Map([
		["defensebypassed", "defensesbypassed"],
		["detectionrules", "detectionrule"],
		["detectionstrategy", "detection"],
		["detectionstrategies", "detection"],
	]),
	rule: new Map(),
	runbook: new Map([
		["cleanupcommands", "cleanup"],
		["checkprereqcommands", "prerequisites"],
		["getprereqcommands", "prerequisites"],
	]),
};

/** Headings of rendered atomic tests that go on with words of the test. */
const TEST_PARTS: readonly (readonly [RegExp, string])[] = [
	[/^(?:Attack Commands:|Run it with)/, "run"],
	[/^(?:Dependencies:|Description:)/, "prerequisites"],
];

/**
 * Gives what a heading is compared by: its letters and digits, and for a section that has another name in our notes that name's. A
 * heading of signs alone is compared as it is.
 */
export function headingKey(kind: NoteKind, heading: string): string {
	if (kind === "runbook") {
		const test = /^Atomic Test #\d+[ \t]*[-:](.*)$/.exec(heading);
		if (test !== null) return comparable(`Test: ${test[1] ?? ""}`);
		for (const [start, key] of TEST_PARTS) if (start.test(heading)) return key;
	}
	const key = comparable(heading);
	return OTHER_NAMES[kind].get(key) ?? (key === "" ? heading.trim() : key);
}
