import { findTechniqueIds } from "../../text/technique-ids";
import { comparable } from "../../text/comparable";
import { listRuleSources } from "./find-rule-source";
import type { KindEvidence } from "./kind-of-note";
import type { NoteFacts } from "./note-facts";
import { isAmongRules } from "./other-subjects";
import { isNamedForTechnique } from "./technique-file-name";

/**
 * Tells a note by what stands in it, where neither property nor folder does: rendered atomic tests under a technique's title, a technique's
 * description with the link to its own page, or a rule that the note is named for; among detections, the only rule with an id that it
 * holds.
 *
 * A note that only quotes a rule or names a technique is none. Gives undefined where nothing is plain.
 */
export function inferFromContent(facts: NoteFacts): KindEvidence | undefined {
	const named = findTechniqueIds(facts.baseName);
	const body = facts.text.slice(facts.body);
	const [id] = named;
	if (id !== undefined && named.length === 1) {
		if (facts.broken !== null && facts.text === "" && isNamedForTechnique(facts.baseName))
			return inferFromBareName(facts.baseName);
		if (/^#{2,4}[ \t]+Atomic Test #\d+[ \t]*[:-]/m.test(body))
			return { kind: "runbook", certainty: "inferred", by: "atomic tests in it" };
		if (isNamedForTechnique(facts.baseName) && linksToOwnPage(body, id) && hasTitle(facts, body))
			return { kind: "technique", certainty: "inferred", by: "file name and link" };
	}
	return holdsItsRule(facts, body)
		? { kind: "rule", certainty: "inferred", by: "rule in it" }
		: undefined;
}

function holdsItsRule(facts: NoteFacts, body: string): boolean {
	const [rule, other] = listRuleSources(facts.text, facts.body, 2);
	if (rule === undefined) return false;
	const wanted = comparable(rule.title ?? "");
	const titles = [facts.baseName, facts.text1("title") ?? "", firstHeading(body)];
	if (wanted !== "" && titles.some((text) => comparable(text) === wanted)) return true;
	return rule.id !== null && other === undefined && isAmongRules(facts);
}

/** Of a note that cannot be read only the name speaks: ours ends in what it is. */
function inferFromBareName(baseName: string): KindEvidence {
	const kind = / - runbook$/i.test(baseName) ? "runbook" : "technique";
	return { kind, certainty: "inferred", by: "file name" };
}

function linksToOwnPage(body: string, id: string): boolean {
	const page = `attack.mitre.org/techniques/${id.replace(".", "/")}`;
	for (let at = body.indexOf(page); at !== -1; at = body.indexOf(page, at + 1)) {
		if (!/^\/?\d/.test(body.slice(at + page.length, at + page.length + 2))) return true;
	}
	return false;
}

/** Whether the first heading is the technique's id, or its name as the file name has it. */
function hasTitle(facts: NoteFacts, body: string): boolean {
	const heading = comparable(firstHeading(body));
	return heading !== "" && comparable(facts.baseName).includes(heading);
}

function firstHeading(body: string): string {
	return /^#{1,6}[ \t]+(\S.*)$/m.exec(body)?.[1] ?? "";
}
