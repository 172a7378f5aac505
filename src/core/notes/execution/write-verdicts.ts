import type { VerdictWord } from "../../model/execution";
import { defuseInline } from "../safe/defuse-inline";
import { linkLabel } from "../runbook/link-label";

/** A row that is written. */
export interface DraftedVerdict {
	/** What the rule's link leads to, as a note of the vault names it; null for a rule without a note. */
	readonly target: string | null;
	readonly title: string;
	readonly verdict: VerdictWord;
	readonly how: string;
	/** Plain text; line breaks become `<br>`. */
	readonly evidence: string;
}

/** Heading above the verdicts. */
export const VERDICTS_HEADING = "Rule verdicts";

const COLUMNS = ["Rule", "Verdict", "How", "Evidence"];

/** Writes verdicts as a table; its head alone where there are none, for a person to fill. */
export function writeVerdicts(verdicts: readonly DraftedVerdict[]): string {
	const rows = verdicts.map(({ target, title, verdict, how, evidence }) => [
		target === null ? defuseInline(title) : `[[${target}\\|${linkLabel(title) || "rule"}]]`,
		verdict,
		writeCell(how),
		writeCell(evidence),
	]);
	const lines = [COLUMNS, COLUMNS.map(() => "---"), ...rows];
	return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function writeCell(text: string): string {
	return text
		.split(/\r\n|\r|\n/)
		.map((line) => defuseInline(line))
		.filter((line) => line !== "")
		.join("<br>");
}
