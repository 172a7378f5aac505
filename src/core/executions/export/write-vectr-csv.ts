import { writeCsvLine } from "../../formats/csv";
import type { ExecutionEntry } from "../../library/library-entry";
import type { RunRecords } from "../../library/run-records";
import type { Outcome, RunState } from "../../model/execution";

/** What an export needs to know beside the runs. */
export interface ExportContext {
	readonly records: RunRecords;
	/** Gives the technique in use for an id. */
	readonly resolve: (technique: string) => string;
	/** The name of a technique, undefined where it is not known. */
	readonly techniqueName: (id: string) => string | undefined;
	/** Display names of a technique's tactics. */
	readonly tacticsOf: (id: string) => readonly string[];
	/** The title of a rule's note. */
	readonly ruleTitle: (path: string) => string | undefined;
}

type Cell = string | number | null;

/** VECTR's columns in their order, spelt as VECTR exports and reads them (SecurityRiskAdvisors/vectr-tools, 2022), and what of a run stands in each. */
const COLUMNS: readonly (readonly [
	name: string,
	read: (run: ExecutionEntry, context: ExportContext) => Cell,
])[] = [
	["AssessmentGroup", () => "Detection Vault"],
	["Campaign", ({ campaign }) => (campaign === null ? "No campaign" : titleOf(campaign))],
	["Phase", ({ technique }, { tacticsOf }) => tacticsOf(technique ?? "")[0] ?? ""],
	["Variant", ({ title }) => title],
	["MitreID", ({ technique }, { resolve }) => (technique === null ? null : resolve(technique))],
	["CapecId", () => null],
	["Method", ({ technique }, { techniqueName }) => techniqueName(technique ?? "") ?? ""],
	["Status", ({ ran }) => statusOf(ran)],
	["Outcome", ({ outcome }) => OUTCOMES[outcome ?? "tbd"]],
	["Alert Severity", ({ alertSeverity }) => alertSeverity ?? "TBD"],
	["Alert Triggered", ({ alertTriggered }) => flagOf(alertTriggered)],
	["Activity Logged", ({ activityLogged }) => flagOf(activityLogged)],
	["Outcome Notes", writeNotes],
	["Detection Recommendations", () => null],
	["SourceIps", ({ sourceIp }) => sourceIp],
	["TargetAssets", ({ target, host }) => target ?? host],
	["ExpectedDetectionLayers", () => null],
	["DetectingTools", writeFired],
	["Start Time", ({ started }) => timeOf(started)],
	["Start Time Epoch", ({ started }) => epochOf(started)],
	["Stop Time", ({ stopped }) => timeOf(stopped)],
	["Stop Time Epoch", ({ stopped }) => epochOf(stopped)],
	["Detection Time", ({ detectedAt }) => timeOf(detectedAt)],
	["Detection Time Epoch", ({ detectedAt }) => epochOf(detectedAt)],
	["Organizations", () => null],
	["Tags", ({ testGuid }) => testGuid],
	["Objective", () => null],
	["Command", () => null],
	["References", () => null],
	["Liklihood", () => null],
	["Risk", () => null],
	["Internal/External", () => null],
	["Stealth", () => null],
	["Attack Vector", () => null],
	["Attack Complexity", () => null],
	["Privileges Required", () => null],
	["Attacker Tools", () => null],
];

/** Writes runs as a CSV file for VECTR: its 37 columns, times in UTC and as milliseconds since 1970, what is not known as `TBD` or empty. */
export function writeVectrCsv(runs: readonly ExecutionEntry[], context: ExportContext): string {
	const head = writeCsvLine(COLUMNS.map(([name]) => name));
	const lines = runs.map((run) => writeCsvLine(COLUMNS.map(([, read]) => read(run, context))));
	return head + lines.join("");
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
	blocked: "Blocked",
	detected: "Detected",
	"not-detected": "NotDetected",
	tbd: "TBD",
};

function statusOf(ran: RunState | null): string {
	return ran === "not-run" ? "NotPerformed" : "Completed";
}

function flagOf(flag: boolean | null): string {
	return flag === null ? "TBD" : flag ? "Yes" : "No";
}

function timeOf(iso: string | null): string | null {
	return iso === null ? null : iso.replace(/Z$/, ".000Z");
}

function epochOf(iso: string | null): number | null {
	return iso === null ? null : Date.parse(iso);
}

function titleOf(target: string): string {
	return target.slice(target.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

/** Verdicts and the operator have no column of their own. */
function writeNotes(run: ExecutionEntry, { records, ruleTitle }: ExportContext): string {
	const rows = [...records.verdictsOf(run)].map(([path, { row }]) => {
		const shown = [ruleTitle(path) ?? row.title, `: ${row.verdict ?? ""}`];
		return `${shown.join("")}${row.evidence === "" ? "" : ` (${row.evidence})`}`;
	});
	return [...rows, ...(run.operator === null ? [] : [`operator: ${run.operator}`])].join("; ");
}

function writeFired(run: ExecutionEntry, { records, ruleTitle }: ExportContext): string {
	return [...records.verdictsOf(run)]
		.filter(([, { row }]) => row.verdict === "fired")
		.map(([path, { row }]) => (ruleTitle(path) ?? row.title).replaceAll(",", " "))
		.join(",");
}
