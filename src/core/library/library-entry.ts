import type { RuleVerdict, RunFacts } from "../model/execution";
import type { Vendor } from "../model/rule";
import type { RuleFacts } from "./rule-facts";
import type { TestFacts } from "./test-facts";

/** A technique note. */
export interface TechniqueEntry {
	readonly kind: "technique";
	readonly id: string;
	readonly name: string;
	readonly path: string;
	/** Display names, as its properties have them. */
	readonly tactics: readonly string[];
	readonly platforms: readonly string[];
}

/** A rule note, and what its rule says. */
export interface RuleEntry {
	readonly kind: "rule";
	readonly id: string;
	readonly vendor: Vendor;
	readonly title: string;
	readonly path: string;
	readonly level: string | null;
	readonly status: string | null;
	/** Present where the note says that the rule is no longer in its source. */
	readonly isRemoved?: true;
	/** As the note names them, not resolved. */
	readonly techniques: readonly string[];
	readonly facts: RuleFacts;
}

/** A runbook note. */
export interface RunbookEntry {
	readonly kind: "runbook";
	readonly title: string;
	readonly path: string;
	readonly techniques: readonly string[];
	/** Number of atomic tests in it. */
	readonly tests: number;
	/** What it states of each. */
	readonly testFacts?: readonly TestFacts[];
}

/** The note of one run of a test. */
export interface ExecutionEntry extends RunFacts {
	readonly kind: "execution";
	/** The test's name, else the note's. */
	readonly title: string;
	readonly path: string;
	/** Identity of the run; null in a note that a person wrote without one. */
	readonly logId: string | null;
	/** What the link to the runbook leads to, as written; null where there is none. */
	readonly runbook: string | null;
	/** Likewise the campaign's. */
	readonly campaign: string | null;
	/** As the note names them, not resolved. */
	readonly techniques: readonly string[];
	/** In the order of the note; empty where nobody gave any. */
	readonly verdicts: readonly RuleVerdict[];
}

/** A note that panels count; plain data that survives JSON. */
export type LibraryEntry = TechniqueEntry | RuleEntry | RunbookEntry | ExecutionEntry;
