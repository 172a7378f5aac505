/** How a run of a test ended, as far as the test itself is concerned. */
export const RUN_STATES = ["success", "failed", "blocked", "not-run"] as const;
/** One of them. */
export type RunState = (typeof RUN_STATES)[number];

/** What the defence made of a run, best for the defender first; `tbd` until somebody looked. */
export const OUTCOMES = ["blocked", "detected", "not-detected", "tbd"] as const;
/** One of them. */
export type Outcome = (typeof OUTCOMES)[number];

/** What a rule did in a run. */
export const VERDICTS = ["fired", "missed", "not tested"] as const;
/** One of them. */
export type VerdictWord = (typeof VERDICTS)[number];

/** Who says so, the one that is believed first: a person who looked, an evaluation of events, something that was imported. */
export const VERDICT_ORIGINS = ["observed", "evaluated", "imported"] as const;
/** One of them. */
export type VerdictOrigin = (typeof VERDICT_ORIGINS)[number];

/** Where the record of a run comes from. */
export const LOG_SOURCES = ["attire", "csv", "manual"] as const;
/** One of them. */
export type LogSource = (typeof LOG_SOURCES)[number];

/** The facts of one run of a test. Times are ISO 8601 in UTC (`2026-11-02T09:20:25Z`); what is not known is null. */
export interface RunFacts {
	/** As the record names it, in ATT&CK's spelling, not resolved. */
	readonly technique: string | null;
	/** Of the test, in lower case. */
	readonly testGuid: string | null;
	readonly testName: string | null;
	readonly started: string | null;
	readonly stopped: string | null;
	readonly operator: string | null;
	/** The machine that the test was started on. */
	readonly host: string | null;
	/** The machine that it was aimed at, where that is another one. */
	readonly target: string | null;
	readonly user: string | null;
	readonly sourceIp: string | null;
	readonly processId: number | null;
	readonly exitCode: number | null;
	readonly ran: RunState | null;
	readonly outcome: Outcome | null;
	readonly activityLogged: boolean | null;
	readonly alertTriggered: boolean | null;
	readonly alertSeverity: string | null;
	readonly detectedAt: string | null;
	readonly cleanupDone: boolean | null;
	readonly logSource: LogSource | null;
}

/** A row of a run's verdicts. */
export interface RuleVerdict {
	/** What the row's link leads to, without heading; null where the cell holds no link. */
	readonly target: string | null;
	/** What the cell shows of the rule. */
	readonly title: string;
	/** Null where the cell holds another word, or none. */
	readonly verdict: VerdictWord | null;
	/** As written. */
	readonly how: string;
	readonly origin: VerdictOrigin;
	/** As written. */
	readonly evidence: string;
}

/** A run with nothing known of it. */
export const NO_RUN_FACTS: RunFacts = {
	technique: null,
	testGuid: null,
	testName: null,
	started: null,
	stopped: null,
	operator: null,
	host: null,
	target: null,
	user: null,
	sourceIp: null,
	processId: null,
	exitCode: null,
	ran: null,
	outcome: null,
	activityLogged: null,
	alertTriggered: null,
	alertSeverity: null,
	detectedAt: null,
	cleanupDone: null,
	logSource: null,
};
