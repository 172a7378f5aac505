import { writeNote } from "../notes/front-matter/write-properties";
import { linkLabel } from "../notes/runbook/link-label";

/**
 * Writes the note of a campaign: runs whose property `campaign` links to it are gathered by its query blocks. `name` is its base name; `day` is `YYYY-MM-DD`.
 */
export function draftCampaign(name: string, day: string): string {
	const runs = "FROM executions\nWHERE campaign = this.file.link";
	const verdicts = "FROM verdicts\nWHERE campaign = this.file.link";
	const body = [
		`Runs belong to this campaign when their property \`campaign\` links to this note: \`[[${linkLabel(name)}]]\`.`,
		"## Scope and rules of engagement",
		"*Yours to fill in: objective, dates, systems, contacts, when to stop.*",
		"## Runs",
		block(
			`TABLE WITHOUT ID file.link AS "Run", technique AS "Technique", test_name AS "Test", host AS "Host", ran AS "Ran", outcome AS "Outcome", fired AS "Fired", missed AS "Missed"\n${runs}\nSORT started`,
		),
		"## Outcomes",
		block(
			`TABLE WITHOUT ID outcome AS "Outcome", length(rows) AS "Runs"\n${runs}\nGROUP BY outcome`,
		),
		"## Rules",
		block(
			`TABLE WITHOUT ID rule AS "Rule", length(filter(rows, (r) => r.verdict = "fired")) AS "Fired", length(filter(rows, (r) => r.verdict = "missed")) AS "Missed"\n${verdicts} and counts\nGROUP BY rule`,
		),
		"## Findings and actions",
		"- [ ] ",
	];
	const properties = [
		{ key: "created", value: day },
		{ key: "tags", value: ["campaign"] },
	];
	return writeNote(properties, `${body.join("\n\n")}\n`);
}

function block(query: string): string {
	return `\`\`\`detection-vault\n${query}\n\`\`\``;
}
