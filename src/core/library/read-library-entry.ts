import type { Table } from "../formats/values";
import { asText, asTexts } from "../formats/values";
import { kindOfNote } from "../index/note-kind";
import type { NoteRecord } from "../index/note-record";
import { noteName } from "../index/paths";
import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import { readExecutionNote } from "../notes/execution/read-execution-note";
import { readRuleNote } from "../notes/rule/read-rule-note";
import type { NotedRuleReading } from "../rules/read-noted-rule";
import { readNotedRule } from "../rules/read-noted-rule";
import { findTechniqueIds, normaliseTechniqueId, readTechniqueId } from "../text/technique-ids";
import type {
	ExecutionEntry,
	LibraryEntry,
	RuleEntry,
	RunbookEntry,
	TechniqueEntry,
} from "./library-entry";
import type { RuleKnowledge } from "./rule-knowledge";
import { joinConditions } from "./write-condition";
import { readRuleFacts } from "./read-rule-facts";
import { readTestFacts } from "./read-test-facts";
import type { RuleFacts } from "./rule-facts";

/**
 * Reads what a note is to the panels: a technique, a rule, a runbook or an execution; undefined where it is none.
 *
 * Our identity properties say what a note is, else the tags `techniques`, `detection_rule` and `atomic_test`; technique ids come from
 * the properties, else from tags. A rule that names no vendor but a Sigma logsource is Sigma's. With `isLazy`, a rule is taken apart when
 * its facts are first asked for.
 */
export function readLibraryEntry(
	record: NoteRecord,
	text: string,
	knowledge: RuleKnowledge,
	isLazy = false,
): LibraryEntry | undefined {
	const tags = new Set(record.tags.map((tag) => tag.toLowerCase()));
	const technique = readTechnique(record, tags);
	if (technique !== undefined) return technique;
	if (textOf(record, "rule_id") !== undefined || tags.has("#detection_rule"))
		return readRule(record, text, knowledge, isLazy);
	if (textOf(record, "runbook_id") !== undefined || tags.has("#atomic_test"))
		return readRunbookEntry(record, text);
	return kindOfNote(record) === "execution" ? readExecutionEntry(record, text) : undefined;
}

/** Reads the execution that a note of that kind records. */
export function readExecutionEntry(record: NoteRecord, text: string): ExecutionEntry {
	const note = readExecutionNote(record.properties, text);
	const title = note.testName ?? textOf(record, "title") ?? noteName(record.path);
	return { kind: "execution", title, path: record.path, ...note };
}

/**
 * Reads the rule that a rule note holds, and what is wrong with its text; undefined where no fence holds a rule's language. Lines are the
 * note's. `properties` where they are read already.
 */
export function readRuleOfNote(
	path: string,
	text: string,
	properties?: Table,
): NotedRuleReading | undefined {
	const note = readRuleNote(text, properties);
	return note && readNotedRule(path, note);
}

function readTechnique(record: NoteRecord, tags: ReadonlySet<string>): TechniqueEntry | undefined {
	const stated = readTechniqueId(textOf(record, "attack_id") ?? "");
	const id =
		stated ?? (tags.has("#techniques") ? findTechniqueIds(noteName(record.path))[0] : undefined);
	if (id === undefined) return undefined;
	const name =
		textOf(record, "name") ?? noteName(record.path).replace(/^T\d{4}(?:\.\d{3})?[ -]*/, "");
	const tactics = textsOf(record, "tactics");
	const platforms = textsOf(record, "platforms");
	return { kind: "technique", id, name, path: record.path, tactics, platforms };
}

function readRule(
	record: NoteRecord,
	text: string,
	knowledge: RuleKnowledge,
	isLazy: boolean,
): RuleEntry {
	const stated = VENDORS.find((name) => name === textOf(record, "vendor"));
	const id = textOf(record, "rule_id");
	const read = () => readRuleOfNote(record.path, text, record.properties);
	if (isLazy && stated !== undefined && id !== undefined)
		return describeLater(headOf(record, id, stated), () => factsOf(read(), stated, knowledge));
	const reading = read();
	const vendor = stated ?? reading?.rule?.vendor ?? "sigma";
	const facts = factsOf(reading, vendor, knowledge);
	return { ...headOf(record, id ?? reading?.rule?.id ?? "", vendor), facts };
}

type RuleHead = Omit<RuleEntry, "facts">;

/** What the note's properties say of its rule. */
function headOf(record: NoteRecord, id: string, vendor: Vendor): RuleHead {
	return {
		kind: "rule",
		id,
		vendor,
		title: textOf(record, "title") ?? noteName(record.path),
		path: record.path,
		level: textOf(record, "level")?.toLowerCase() ?? null,
		status: textOf(record, "status")?.toLowerCase() ?? null,
		...(textOf(record, "upstream")?.toLowerCase() === "removed" ? { isRemoved: true } : {}),
		techniques: techniquesOf(record),
	};
}

function describeLater(head: RuleHead, read: () => RuleFacts): RuleEntry {
	let facts: RuleFacts | undefined;
	return {
		...head,
		get facts() {
			return (facts ??= read());
		},
	};
}

function factsOf(
	reading: NotedRuleReading | undefined,
	vendor: Vendor,
	knowledge: RuleKnowledge,
): RuleFacts {
	const rule = reading?.rule;
	if (rule !== undefined) return readRuleFacts(rule, knowledge);
	const reasons = new Set((reading?.problems ?? []).map(({ message }) => message));
	return factsWithoutRule(
		vendor,
		reasons.size > 0 ? [...reasons] : ["the note holds no rule text"],
	);
}

function factsWithoutRule(vendor: Vendor, reasons: readonly string[]): RuleFacts {
	return {
		...{ vendor, kind: "rule", language: null, confidence: null, parsed: "opaque" },
		reasons,
		...{ predicates: [], condition: joinConditions([], false), exclusions: [], events: [] },
		...{ dataSources: [], tables: [], falsePositives: [], product: null, simulations: [] },
	};
}

/** Reads a runbook's note. */
export function readRunbookEntry(record: NoteRecord, text: string): RunbookEntry {
	const id = normaliseTechniqueId(textOf(record, "runbook_id") ?? "");
	const title = textOf(record, "title") ?? noteName(record.path);
	const techniques = new Set([...(id === undefined ? [] : [id]), ...techniquesOf(record)]);
	const tests = countAtomicTests(text);
	const testFacts = readTestFacts(text);
	return {
		kind: "runbook",
		title,
		path: record.path,
		techniques: [...techniques],
		tests,
		testFacts,
	};
}

/** Counts the atomic tests in a runbook's text: its GUID lines, in our shape or as Atomic Red Team renders them. */
function countAtomicTests(text: string): number {
	const guid = /^(?:- GUID: |\*\*auto_generated_guid:\*\* ?)[0-9a-f]{8}-/gim;
	return text.match(guid)?.length ?? 0;
}

function techniquesOf(record: NoteRecord): readonly string[] {
	const stated = textsOf(record, "techniques").flatMap(findTechniqueIds);
	return stated.length > 0 ? stated : findTechniqueIds(record.tags.join(" "));
}

function textOf(record: NoteRecord, key: string): string | undefined {
	return Object.hasOwn(record.properties, key) ? asText(record.properties[key]) : undefined;
}

function textsOf(record: NoteRecord, key: string): readonly string[] {
	return Object.hasOwn(record.properties, key) ? asTexts(record.properties[key]) : [];
}
