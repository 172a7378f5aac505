import { OUTCOMES, RUN_STATES } from "../../model/execution";
import type { Outcome, RunState, VerdictOrigin, VerdictWord } from "../../model/execution";

/** What is written in notes and exports of others, as `fold` gives it. */
const OUTCOME_WORDS: ReadonlyMap<string, Outcome> = new Map([
	...OUTCOMES.map((word) => [fold(word), word] as const),
	["prevented", "blocked"],
	["alerted", "detected"],
	["missed", "not-detected"],
	["undetected", "not-detected"],
	["logged", "not-detected"],
	["unknown", "tbd"],
	["pending", "tbd"],
]);

const STATE_WORDS: ReadonlyMap<string, RunState> = new Map([
	...RUN_STATES.map((word) => [fold(word), word] as const),
	["succeeded", "success"],
	["successful", "success"],
	["completed", "success"],
	["failure", "failed"],
	["error", "failed"],
	["prevented", "blocked"],
	["skipped", "not-run"],
]);

const VERDICT_WORDS: ReadonlyMap<string, VerdictWord> = new Map([
	...["fired", "fires", "alerted", "alert", "triggered", "detected", "hit", "yes", "true"].map(
		(word) => [word, "fired"] as const,
	),
	...["missed", "miss", "notfired", "didnotfire", "notdetected", "silent", "no", "false"].map(
		(word) => [word, "missed"] as const,
	),
	...[
		"nottested",
		"untested",
		"na",
		"skipped",
		"notevaluable",
		"blockedbeforetelemetry",
		"tbd",
	].map((word) => [word, "not tested"] as const),
]);

function fold(text: string): string {
	return text.toLowerCase().replace(/[^a-z]+/g, "");
}

/** Reads an outcome in the spellings met (`NotDetected`, `not detected`); null where it is none. */
export function readOutcome(text: string | undefined): Outcome | null {
	return OUTCOME_WORDS.get(fold(text ?? "")) ?? null;
}

/** Reads how a test ended; null where it is no such word. */
export function readRunState(text: string | undefined): RunState | null {
	return STATE_WORDS.get(fold(text ?? "")) ?? null;
}

/** Reads a verdict in the spellings met, a tick or a cross among them; null where it is none. */
export function readVerdict(text: string): VerdictWord | null {
	const known = VERDICT_WORDS.get(fold(text));
	if (known !== undefined) return known;
	if (/^[\s*_]*[✅✔☑🟢]/u.test(text)) return "fired";
	return /^[\s*_]*[❌✖✗✘🔴]/u.test(text) ? "missed" : null;
}

/** Who a verdict comes from: a person unless the cell says that it was evaluated or imported. */
export function readOrigin(how: string): VerdictOrigin {
	const start = how.replace(/^[\s*_`]+/, "").toLowerCase();
	if (start.startsWith("evaluat") || start.startsWith("engine")) return "evaluated";
	return start.startsWith("import") ? "imported" : "observed";
}

/** Reads a flag that may be written as a word; null where it says neither. */
export function readFlag(text: string | undefined): boolean | null {
	if (text === undefined) return null;
	if (/^(?:true|yes|y|1|on)$/i.test(text)) return true;
	return /^(?:false|no|n|0|off)$/i.test(text) ? false : null;
}
