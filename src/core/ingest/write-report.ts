import type { ImportResult } from "../model/import-result";
import type { Problem } from "../model/problem";
import { VENDORS } from "../model/rule";
import { defuseInline } from "../notes/safe/defuse-inline";
import type { ImportPlan, PlannedNote } from "./import-plan";
import { listUntoldSkips } from "./untold-skips";

/** Lines of each list that a report shows; the numbers above it are always whole. */
const SHOWN = 500;

/**
 * Writes the report of an import as a note: what was read, what became of the notes, what needs a look.
 *
 * `now` is an ISO time in UTC. Text that comes from sources is shown, never live.
 */
export function writeImportReport(result: ImportResult, plan: ImportPlan, now: string): string {
	const { files } = result;
	const rules = VENDORS.filter((vendor) => result.rules[vendor] > 0);
	const sections = [
		`---\ncreated: ${now.slice(0, 10)}\ntags: [import_report]\n---\n\n## Import of ${showTime(now)}`,
		[
			"| Read | Number |",
			"| --- | ---: |",
			`| Techniques | ${result.techniques} |`,
			...rules.map((vendor) => `| Rules: ${vendor} | ${result.rules[vendor]} |`),
			`| Runbooks | ${result.runbooks} |`,
			`| Files | ${files.read} (${files.used} used, ${files.context} context, ${files.skipped} skipped) |`,
		].join("\n"),
		[
			"| Notes | Number |",
			"| --- | ---: |",
			`| Created | ${result.created} |`,
			`| Updated | ${result.updated} |`,
			`| Unchanged | ${result.unchanged} |`,
			`| In conflict | ${result.conflicts} |`,
		].join("\n"),
		...listSection("Conflicts", listConflicts(plan.notes, "conflicts")),
		...listSection("Adopted notes that differ from upstream", listConflicts(plan.notes, "differs")),
		...listSection("No longer in their source", listGone(result)),
		...listSection("Skipped files", listSkipped(result)),
		...listSection(
			"Problems",
			listProblems(result.problems, (problem) => problem.severity !== "info"),
		),
		...listSection(
			"Good to know",
			listProblems(result.problems, (problem) => problem.severity === "info"),
		),
	];
	return `${sections.join("\n\n")}\n`;
}

/** Gives the report's file name without `.md`; two imports in one second get one report each through the caller's suffix. */
export function nameImportReport(now: string): string {
	return `${now.slice(0, 10)} ${now.slice(11, 13)}${now.slice(14, 16)}${now.slice(17, 19)} import`;
}

function showTime(now: string): string {
	return `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`;
}

function listConflicts(notes: readonly PlannedNote[], which: "conflicts" | "differs"): string[] {
	return notes
		.filter((note) => note[which].length > 0)
		.map(({ path, [which]: parts }) => {
			const named = parts.map(({ what }) => defuseInline(what));
			return `${linkTo(path)}: ${named.join(", ")}`;
		});
}

function listGone({ gone }: ImportResult): string[] {
	return gone.map(({ id, vendor, path }) => `${linkTo(path)} (${vendor}, ${defuseInline(id)})`);
}

function linkTo(path: string): string {
	return `[[${path.replace(/\.md$/, "")}]]`;
}

function listSkipped(result: ImportResult): string[] {
	return listUntoldSkips(result).map(
		({ file, reason }) => `${defuseInline(file)}: ${defuseInline(reason)}`,
	);
}

function listProblems(
	problems: readonly Problem[],
	wanted: (problem: Problem) => boolean,
): string[] {
	return problems.filter(wanted).map(({ file, line, message, code }) => {
		const place = line === null ? file : `${file}:${line}`;
		return `${defuseInline(place)}: ${defuseInline(message)} (${code})`;
	});
}

function listSection(heading: string, items: readonly string[]): string[] {
	if (items.length === 0) return [];
	const rest = items.length - SHOWN;
	const more = rest > 0 ? [`- … and ${rest} more`] : [];
	const shown = items.slice(0, SHOWN).map((item) => `- ${item}`);
	return [`### ${heading} (${items.length})\n\n${[...shown, ...more].join("\n")}`];
}
