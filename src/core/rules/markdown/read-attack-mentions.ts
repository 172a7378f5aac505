import { findTechniqueIds } from "../../text/technique-ids";
import { fileStem } from "../file-names";
import { readAttackTable, readTacticNames, type AttackMentions } from "./attack-tables";
import type { MarkdownSection } from "./markdown-sections";

/** A heading over a list of techniques. */
const ATTACK_HEADING = /\bmitre\b|\batt&?ck\b|^(?:sub-?)?techniques?(?:\(s\))?$|^ttps?$/i;
const TECHNIQUE_KEY = /technique|mitre|att&?ck|^ttps?$/;
const TACTIC_KEY = /tactic/;
/** `- Tactic: Credential Access` */
const TACTIC_LINE = /^[ \t]*(?:[-*+][ \t]+)?tactics?(?:\(s\))?:[ \t]+(\S[^\n]*)$/gim;

/**
 * Reads what Markdown sections state about ATT&CK in a place for it: a table, a heading that says so, a field in bold
 * (`**Technique:** … (T1036.001)`).
 */
export function readStatedAttack(sections: readonly MarkdownSection[]): AttackMentions {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const states = new Set<string>();
	for (const section of sections) {
		let tabled = false;
		for (const table of section.tables) {
			const stated = readAttackTable(table);
			tabled ||= stated !== undefined;
			for (const id of stated?.techniques ?? []) techniques.add(id);
			for (const name of stated?.tactics ?? []) tactics.add(name);
			for (const name of stated?.states ?? []) states.add(name);
		}
		for (const [name, values] of section.fields) {
			if (TACTIC_KEY.test(name) && !TECHNIQUE_KEY.test(name))
				for (const tactic of values.flatMap(readTacticNames)) tactics.add(tactic);
			if (!TECHNIQUE_KEY.test(name)) continue;
			for (const id of findTechniqueIds(values.join(" "))) techniques.add(id);
		}
		// A table that was read by its columns would give parents of its sub-techniques here.
		if (tabled || !isAttackHeading(section.heading)) continue;
		for (const id of findTechniqueIds(section.body)) techniques.add(id);
		for (const [, names = ""] of section.body.matchAll(TACTIC_LINE))
			for (const name of readTacticNames(names)) tactics.add(name);
	}
	return { techniques: [...techniques], tactics: [...tactics], states: [...states] };
}

/** Whether a heading announces techniques; `Description of the technique` does not. */
export function isAttackHeading(heading: string): boolean {
	return ATTACK_HEADING.test(heading) && !/permission|description|coverage summary/i.test(heading);
}

/**
 * Gives the technique ids of a rule: those that it states in a place for them; else those that its text or its queries' comments
 * mention; else those in its file name. Folders are not looked at.
 */
export function chooseTechniques(
	stated: readonly string[],
	mentioned: string,
	path: string,
): readonly string[] {
	if (stated.length > 0) return stated;
	const found = findTechniqueIds(mentioned);
	return found.length > 0 ? found : findTechniqueIds(fileStem(path));
}
