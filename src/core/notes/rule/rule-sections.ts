import type { Rule } from "../../model/rule";
import { capitalise } from "../../text/capitalise";
import { distinct } from "../../text/distinct";
import { parentTechniqueId } from "../../text/technique-ids";
import { writePanel } from "../document/panel-block";
import { defuseInline } from "../safe/defuse-inline";
import { fenceCode } from "../safe/fence-code";
import { foldSpaces } from "../safe/spaces";
import { showTactic } from "../technique/show-tactic";
import type { ImportedProse } from "./imported-prose";
import { importLine, importProse } from "./imported-prose";
import type { NamedTechnique, RuleNoteContext } from "./rule-note-context";
import { unwrapLines } from "./unwrap-lines";

/** One section of a rule note below its title: an H3 and what stands under it, "" for a section that stays empty. */
export interface RuleSection {
	readonly heading: string;
	readonly text: string;
	/** Kinds of live text that became plain in it. */
	readonly defused: readonly string[];
}

/**
 * Gives a rule note's sections in their order: description, techniques, the rule itself, its panel, false positives, the vendor's passages, tests,
 * related rules, references, and the person's own notes. One that would be empty is left out, but for the last.
 */
export function listRuleSections(rule: Rule, context: RuleNoteContext): readonly RuleSection[] {
	const sections: RuleSection[] = [
		{ heading: "Description", ...importProse(unwrapLines(rule.description)) },
		plain("Techniques", writeTechniques(rule, context)),
		plain("Rule", fenceCode(rule.text, rule.textLanguage)),
		plain("Rule panel", writePanel("rule")),
		list("False positives", rule.falsePositives.map(importLine)),
		...rule.prose.map(({ heading, text }) => ({
			heading: nameProse(heading),
			...importProse(dropHeading(text, heading)),
		})),
		plain("Tests", writeTests(rule, context)),
		plain("Related rules", writeRelated(rule, context)),
		list("References", distinct(rule.references).map(writeReference)),
	];
	return [...mergeAlike(sections.filter(({ text }) => text !== "")), plain("Notes", "")];
}

/** Headings tell sections apart when notes are merged: passages of one name become one section, one with a name of ours is renamed. */
function mergeAlike(sections: readonly RuleSection[]): readonly RuleSection[] {
	const merged = new Map<string, RuleSection>();
	for (const section of sections) {
		const name = section.heading.toLowerCase();
		const known = merged.get(name);
		if (known === undefined) merged.set(name, section);
		else {
			merged.set(name, {
				heading: known.heading,
				text: `${known.text}\n\n${section.text}`,
				defused: distinct([...known.defused, ...section.defused]),
			});
		}
	}
	return [...merged.values()];
}

const OWN_HEADINGS: ReadonlySet<string> = new Set([
	"description",
	"techniques",
	"rule",
	"rule panel",
	"false positives",
	"tests",
	"related rules",
	"references",
	"notes",
]);

function nameProse(heading: string): string {
	const name = foldSpaces(heading).trim();
	return defuseInline(OWN_HEADINGS.has(name.toLowerCase()) ? `${name} (upstream)` : name);
}

function plain(heading: string, text: string): RuleSection {
	return { heading, text, defused: [] };
}

function list(heading: string, items: readonly ImportedProse[]): RuleSection {
	return {
		heading,
		text: items.map(({ text }) => `- ${text}`).join("\n"),
		defused: distinct(items.flatMap(({ defused }) => defused)),
	};
}

/** A passage that opens with its own name as a heading would show it twice. */
function dropHeading(text: string, heading: string): string {
	const first = /^\s*#{1,6}[ \t]+(\S[^\n]*)(?:\n|$)/.exec(text);
	return first?.[1]?.trim().toLowerCase() === heading.toLowerCase()
		? text.slice(first[0].length)
		: text;
}

function writeTechniques(rule: Rule, context: RuleNoteContext): string {
	const lines = new Map<string, string>();
	for (const id of rule.techniques) {
		const known = context.nameTechnique(id);
		const used = known?.id ?? id;
		if (lines.has(used)) continue;
		const label = known === undefined ? used : `${used} ${known.name}`;
		lines.set(
			used,
			`- ${linkTechnique(used, label, known?.url ?? null, context)}${noteRetired(id, known, context)}`,
		);
	}
	const tactics = distinct(rule.tactics.map((tactic) => showTactic(tactic, context)));
	const last = tactics.length === 0 ? [] : [`- Tactics: ${tactics.map(defuseInline).join(", ")}`];
	return [...lines.values(), ...last].join("\n");
}

function noteRetired(
	id: string,
	known: NamedTechnique | undefined,
	context: RuleNoteContext,
): string {
	if (!context.hasCatalog) return "";
	if (known === undefined) return " (in no ATT&CK bundle that was imported)";
	if (known.id !== id) return ` (the rule says ${id}, which ATT&CK replaced)`;
	return known.retired ? " (no longer in ATT&CK)" : "";
}

function linkTechnique(
	id: string,
	label: string,
	url: string | null,
	context: RuleNoteContext,
): string {
	const target = context.linkTo("technique", id);
	if (target !== undefined) return writeLink(target, label);
	const [parent, sub] = [parentTechniqueId(id), id.split(".")[1]];
	const address =
		url ?? `https://attack.mitre.org/techniques/${parent}${sub === undefined ? "" : `/${sub}`}`;
	return `[${defuseInline(label)}](${address})`;
}

function writeTests(rule: Rule, context: RuleNoteContext): string {
	const lines = rule.simulations.map(({ technique, name, guid }) => {
		const target = technique === null ? undefined : context.linkTo("runbook", technique);
		const label = name ?? guid ?? technique ?? "Atomic test";
		const anchor = guid === null ? "" : `#^t-${guid.slice(0, 8)}`;
		const shown = target === undefined ? defuseInline(label) : writeLink(target + anchor, label);
		const facts = [technique, guid].filter((fact) => fact !== null && fact !== label);
		return `- ${shown}${facts.length === 0 ? "" : ` (${facts.map((fact) => defuseInline(fact ?? "")).join(", ")})`}`;
	});
	if (rule.regressionTests !== null)
		lines.push(`- Upstream's regression test: ${defuseInline(rule.regressionTests)}`);
	return lines.join("\n");
}

function writeRelated(rule: Rule, context: RuleNoteContext): string {
	const lines = rule.related.map(({ id, type }) => {
		const target = context.linkTo("rule", id);
		const shown = target === undefined ? defuseInline(id) : writeLink(target, baseOf(target));
		return `- ${defuseInline(capitalise(type))}: ${shown}`;
	});
	return distinct(lines).join("\n");
}

/** Not empty behind the slashes, every percent sign that of an escape, no sign that an address cannot hold. */
const WEB_ADDRESS = /^https?:\/\/(?!$)[^\s<>"`\\|^[\]{}%]*(?:%[0-9a-f]{2}[^\s<>"`\\|^[\]{}%]*)*$/i;

/** An address becomes a link where nothing in it could end one; anything else is shown as it is. */
function writeReference(reference: string): ImportedProse {
	const line = reference.trim();
	if (WEB_ADDRESS.test(line)) return { text: `<${line}>`, defused: [] };
	return importLine(line);
}

/** The text a link shows is not Markdown, so no sign in it can be escaped: those that could end or start something become spaces. */
function writeLink(target: string, label: string): string {
	const plain = label.replace(/[[\]|<>`\\\p{Cc}]+|%{2,}/gu, " ").replace(/:{2,}/g, ":");
	const shown = foldSpaces(plain);
	return `[[${target}|${shown.trim()}]]`;
}

function baseOf(target: string): string {
	return target.slice(target.lastIndexOf("/") + 1);
}
