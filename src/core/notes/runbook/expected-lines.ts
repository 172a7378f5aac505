import { defuseInline } from "../safe/defuse-inline";
import type { Expectations } from "./derive-expectations";

/** What a note states as expected, in the order of its lines. */
const EXPECTATIONS = ["signal", "events", "rules"] as const;
/** One of them. */
export type Expectation = (typeof EXPECTATIONS)[number];

/** The mark of a line that nobody wrote by hand: it is derived anew, and a person's own text replaces it. */
const DERIVED = "(derived)";
/** Where the expected rules are, which change with every rule of the vault. */
const RULES_ELSEWHERE = "in the runbook panel above";

const LINE = /^- Expected (signal|events|rules):(.*)$/i;

/** Writes the lines on what a test should show, each a list item; one of which nothing is known is left for the person. */
export function writeExpectedLines({ signal, events }: Expectations): readonly string[] {
	return [
		writeLine("signal", defuseInline(signal)),
		writeLine("events", events.map((event) => defuseInline(event)).join(" · ")),
		writeLine("rules", RULES_ELSEWHERE),
	];
}

function writeLine(what: Expectation, text: string): string {
	return text === "" ? `- Expected ${what}:` : `- Expected ${what}: ${text} ${DERIVED}`;
}

/** Reads such a line; undefined where it is another one. `isDerived` where no person wrote it; "" where it is still to be filled in. */
export function readExpectedLine(
	line: string,
): { readonly what: Expectation; readonly text: string; readonly isDerived: boolean } | undefined {
	const match = LINE.exec(line);
	if (match === null) return undefined;
	const named = (match[1] ?? "").toLowerCase();
	const what = EXPECTATIONS.find((name) => name === named);
	const text = (match[2] ?? "").trim();
	return what && { what, text, isDerived: isDerived(text) };
}

/** Whether a text was derived, or is not there at all. */
function isDerived(text: string): boolean {
	const trimmed = text.trim();
	return trimmed === "" || trimmed.endsWith(DERIVED);
}
