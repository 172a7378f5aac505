import { changeInputs } from "../../../core/executions/read-lab-inputs";
import type { RecordedRun, RecordedVerdict } from "../../../core/executions/record-run";
import type { KnownTest } from "../../../core/executions/test-index";
import { NO_RUN_FACTS } from "../../../core/model/execution";
import type { Outcome, RunFacts, RunState, VerdictWord } from "../../../core/model/execution";
import type { TestOffer } from "./test-offer";

/** Whether something was the case; "" where that is not known. */
export type Answer = "yes" | "no" | "";

/** What a person says of a rule. */
export interface VerdictInput {
	readonly verdict: VerdictWord;
	readonly evidence: string;
}

/** What stands in the form; times as the fields have them, in local time. */
export interface RunForm {
	readonly started: string;
	readonly stopped: string;
	readonly operator: string;
	readonly host: string;
	readonly target: string;
	readonly user: string;
	readonly campaign: string;
	readonly ran: RunState;
	readonly outcome: Outcome;
	readonly activityLogged: Answer;
	readonly alertTriggered: Answer;
	readonly alertSeverity: string;
	readonly cleanupDone: Answer;
	readonly evidence: string;
	readonly findings: string;
	/** Values of inputs that were changed, by name. */
	readonly inputs: ReadonlyMap<string, string>;
	/** By path of the rule's note. */
	readonly verdicts: ReadonlyMap<string, VerdictInput>;
}

/** The form as it opens; `now` is milliseconds since 1970. */
export function startForm(operator: string, now: number): RunForm {
	return {
		started: toLocalField(now),
		...{ stopped: "", operator, host: "", target: "", user: "", campaign: "" },
		...{ ran: "success", outcome: "tbd", activityLogged: "", alertTriggered: "" },
		...{ alertSeverity: "", cleanupDone: "", evidence: "", findings: "" },
		inputs: new Map(),
		verdicts: new Map(),
	};
}

/** Gives a moment as a field for a local time has it (`2026-11-02T09:20:25`). */
function toLocalField(ms: number): string {
	const date = new Date(ms);
	const local = new Date(ms - date.getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 19);
}

/** Gives a local time of a field in UTC as notes have it; null where there is none. */
function toUtc(field: string): string | null {
	const ms = Date.parse(field);
	return Number.isNaN(ms) ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** What keeps a form from being written; undefined where nothing does. */
export function findFault({ started, stopped }: RunForm): "no-start" | "wrong-times" | undefined {
	const start = toUtc(started);
	if (start === null) return "no-start";
	const stop = toUtc(stopped);
	return stop !== null && stop < start ? "wrong-times" : undefined;
}

/** Gives the run that a form states of a test; rules that the test offers first are written even where nobody said anything of them. */
export function readForm(form: RunForm, test: KnownTest, offer: TestOffer): RecordedRun {
	return {
		facts: readFacts(form, test),
		test,
		campaign: orNull(form.campaign.replace(/[[\]|#^]/g, " ")),
		inputs: changeInputs(offer.inputs, form.inputs),
		verdicts: readVerdicts(form, offer),
		...{ evidence: form.evidence, findings: form.findings },
	};
}

function readVerdicts(form: RunForm, { first, others }: TestOffer): readonly RecordedVerdict[] {
	return [...first, ...others].flatMap(({ rule: { path, title } }, index): RecordedVerdict[] => {
		const said = form.verdicts.get(path);
		const isSaid = said !== undefined && (said.verdict !== "not tested" || said.evidence !== "");
		if (!isSaid && index >= first.length) return [];
		const verdict = said?.verdict ?? "not tested";
		const how = verdict === "not tested" ? "" : "observed";
		return [{ path, title, verdict, how, evidence: said?.evidence ?? "" }];
	});
}

function readFacts(form: RunForm, { technique, test }: KnownTest): RunFacts {
	return {
		...NO_RUN_FACTS,
		technique,
		testGuid: test.guid,
		testName: test.name,
		started: toUtc(form.started),
		stopped: toUtc(form.stopped),
		operator: orNull(form.operator),
		host: orNull(form.host),
		target: orNull(form.target),
		user: orNull(form.user),
		...{ ran: form.ran, outcome: form.outcome },
		activityLogged: toFlag(form.activityLogged),
		alertTriggered: toFlag(form.alertTriggered),
		alertSeverity: orNull(form.alertSeverity),
		cleanupDone: toFlag(form.cleanupDone),
		logSource: "manual",
	};
}

function orNull(text: string): string | null {
	return text.trim() === "" ? null : text.trim();
}

function toFlag(answer: Answer): boolean | null {
	return answer === "" ? null : answer === "yes";
}
