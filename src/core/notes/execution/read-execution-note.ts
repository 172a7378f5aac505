import { readTime } from "../../formats/read-time";
import { asText, asTexts } from "../../formats/values";
import type { Table } from "../../formats/values";
import { LOG_SOURCES } from "../../model/execution";
import type { RuleVerdict, RunFacts } from "../../model/execution";
import { findTechniqueIds } from "../../text/technique-ids";
import { readFlag, readOutcome, readRunState } from "./execution-words";
import { readVerdicts } from "./read-verdicts";

/** What an execution note says. */
export interface ExecutionNote extends RunFacts {
	readonly logId: string | null;
	/** What the runbook's link leads to, without heading or block; null where there is none. */
	readonly runbook: string | null;
	/** Likewise; the text itself where it is no link. */
	readonly campaign: string | null;
	/** All that it names, not resolved; `technique` is the first. */
	readonly techniques: readonly string[];
	readonly verdicts: readonly RuleVerdict[];
}

/** Other names under which people keep the same, as `keyOf` gives them. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
	technique: ["techniques", "technique_id", "mitre_id", "mitreid"],
	test_guid: ["guid", "atomic_guid", "auto_generated_guid"],
	test_name: ["test", "variant", "procedure_name"],
	started: ["start", "start_time", "time_start", "execution_time", "date"],
	stopped: ["stop", "stop_time", "time_stop", "ended", "end"],
	operator: ["tester", "executed_by", "red_team"],
	host: ["hostname", "source_host"],
	target: ["targets", "target_assets", "target_host"],
	user: ["username"],
	source_ip: ["source_ips", "ip", "ip_address"],
	process_id: ["pid", "processid"],
	exit_code: ["exitcode"],
	ran: ["status", "run"],
	outcome: ["result"],
	activity_logged: ["logged"],
	alert_triggered: ["alerted", "alert"],
	alert_severity: ["severity"],
	detected_at: ["detection_time"],
	cleanup_done: ["cleanup", "cleaned_up"],
};

/**
 * Reads an execution note from its properties and its whole text: in the shape that `draftExecutionNote` writes, and with the names, words,
 * dates and tables that people put in their place. The counts of verdicts are not read: the rows are.
 */
export function readExecutionNote(properties: Table, text: string): ExecutionNote {
	const known = foldKeys(properties);
	const get = (key: string): unknown => {
		for (const name of [key, ...(OTHER_NAMES[key] ?? [])]) {
			const value = known.get(name);
			if (value !== undefined && value !== null && value !== "") return value;
		}
		return undefined;
	};
	const textOf = (key: string): string | undefined => asTexts(get(key)).join(", ") || undefined;
	const timeOf = (key: string): string | null => readTime(textOf(key) ?? "")?.iso ?? null;
	const numberOf = (key: string): number | null => {
		const number = Number(textOf(key) ?? NaN);
		return Number.isSafeInteger(number) ? number : null;
	};
	const techniques = findTechniqueIds(
		[...asTexts(get("technique")), ...asTexts(known.get("tags"))].join(" "),
	);
	return {
		logId: asText(known.get("log_id")) ?? null,
		runbook: linkTarget(asText(known.get("runbook"))),
		campaign: linkTarget(asText(known.get("campaign"))),
		technique: techniques[0] ?? null,
		techniques,
		testGuid: textOf("test_guid")?.toLowerCase() ?? null,
		testName: textOf("test_name") ?? null,
		started: timeOf("started"),
		stopped: timeOf("stopped"),
		operator: textOf("operator") ?? null,
		host: textOf("host") ?? null,
		target: textOf("target") ?? null,
		user: textOf("user") ?? null,
		sourceIp: textOf("source_ip") ?? null,
		processId: numberOf("process_id"),
		exitCode: numberOf("exit_code"),
		ran: readRunState(textOf("ran")),
		outcome: readOutcome(textOf("outcome")),
		activityLogged: readFlag(textOf("activity_logged")),
		alertTriggered: readFlag(textOf("alert_triggered")),
		alertSeverity: textOf("alert_severity") ?? null,
		detectedAt: timeOf("detected_at"),
		cleanupDone: readFlag(textOf("cleanup_done")),
		logSource: LOG_SOURCES.find((source) => source === textOf("log_source")) ?? null,
		verdicts: readVerdicts(text),
	};
}

function foldKeys(properties: Table): ReadonlyMap<string, unknown> {
	const folded = Object.entries(properties).map(
		([key, value]) => [key.toLowerCase().replace(/[\s-]+/g, "_"), value] as const,
	);
	return new Map(folded);
}

/** Gives what a link leads to, without heading and block; a plain text itself. */
function linkTarget(text: string | undefined): string | null {
	if (text === undefined) return null;
	const inner = /^\s*\[\[([^\]]*)\]\]\s*$/.exec(text)?.[1] ?? text;
	const [link = ""] = inner.split("|", 1);
	return link.split("#", 1)[0]?.trim() || null;
}
