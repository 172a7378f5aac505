import { findTechniqueIds } from "../../text/technique-ids";
import { normaliseTactic } from "../rule-metadata";
import type { MarkdownTable } from "./markdown-tables";
import { plainText, trimMarks } from "../plain-names";

/** What a text states about ATT&CK. */
export interface AttackMentions {
	readonly techniques: readonly string[];
	/** Short names or ids. */
	readonly tactics: readonly string[];
	/** Marked rows of a coverage table that are neither, in lower case: `vulnerability`, `ransomware`. */
	readonly states: readonly string[];
}

/** Rows of the coverage table in Microsoft's template for hunting queries that name a state, not a tactic. */
const STATES: ReadonlySet<string> = new Set([
	"vulnerability",
	"exploit",
	"misconfiguration",
	"malware, component",
	"ransomware",
]);

const UNMARKED = /^(?:-+|no?|none|false|n\/a|[✗✘❌☐0])?$/i;

/**
 * Reads what a Markdown table says about ATT&CK, or undefined where it is about something else.
 *
 * Two kinds are known: a list (columns such as `Technique ID`, `Tactic`, `Technique`, `Subtechnique`), and a coverage table whose rows
 * are tactics, techniques or states, with a mark where the query covers them (`v`, `x`, `y`, `✓` …; `-`, `no` and blank are none).
 */
export function readAttackTable(table: MarkdownTable): AttackMentions | undefined {
	const names = table.header.map((cell) => plainText(cell).toLowerCase());
	if (/^technique,? tactic/.test(names[0] ?? "") || /^covered/.test(names[1] ?? ""))
		return readCoverage(table);
	const technique = names.findIndex((name) =>
		/^(?:mitre )?(?:att&ck )?technique(?: ?id)?s?$/.test(name),
	);
	const tactic = names.findIndex((name) => /^(?:mitre )?(?:att&ck )?tactic(?: ?id)?s?$/.test(name));
	if (technique === -1 && tactic === -1) return undefined;
	const sub = names.findIndex((name) => /^sub-?technique/.test(name));
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	for (const row of table.rows) {
		for (const id of readRowTechniques(row, technique, sub)) techniques.add(id);
		for (const name of readTacticNames(row[tactic] ?? "")) tactics.add(name);
	}
	return { techniques: [...techniques], tactics: [...tactics], states: [] };
}

/** Gives the tactics in a cell or value: names parted by commas, each perhaps with its id (`TA0004 - Privilege Escalation`). */
export function readTacticNames(text: string): readonly string[] {
	const tactics: string[] = [];
	for (const part of plainText(text).split(/[,;/|]/)) {
		const id = /\bTA\d{4}\b/i.exec(part)?.[0];
		const name = trimMarks(part.replace(/\(?\bTA\d{4}\b\)?/i, ""), " :–-");
		const tactic = normaliseTactic(name) ?? (id === undefined ? undefined : id.toUpperCase());
		if (tactic !== undefined) tactics.push(tactic);
	}
	return tactics;
}

function readRowTechniques(
	row: readonly string[],
	technique: number,
	sub: number,
): readonly string[] {
	const ids = findTechniqueIds(row[technique] ?? "");
	const [base] = ids;
	const number = plainText(row[sub] ?? "");
	if (sub !== -1 && base !== undefined && /^\.?\d{3}$/.test(number))
		return [`${base.split(".", 1)[0] ?? base}.${number.replace(".", "")}`];
	const named = sub === -1 ? [] : findTechniqueIds(row[sub] ?? "");
	if (named.length > 0) return named;
	// Where the id is missing, the link beside it has one.
	return ids.length > 0 ? ids : findTechniqueIds(row.join(" "));
}

function readCoverage(table: MarkdownTable): AttackMentions {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const states = new Set<string>();
	for (const [name = "", mark = "", ...notes] of table.rows) {
		if (UNMARKED.test(plainText(mark))) continue;
		const row = plainText(name).toLowerCase();
		const ids = findTechniqueIds(name);
		for (const id of [...ids, ...findTechniqueIds(notes.join(" "))]) techniques.add(id);
		if (STATES.has(row)) states.add(row);
		else if (ids.length === 0) {
			const tactic = normaliseTactic(row);
			if (tactic !== undefined) tactics.add(tactic);
		}
	}
	return { techniques: [...techniques], tactics: [...tactics], states: [...states] };
}
