import { asTable, asText, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import { problemOf, type Problem } from "../model/problem";
import { indexLines } from "../text/line-index";
import { finishSteps, type Steps } from "../text/steps";
import { domainOfBundle } from "./attack-domains";
import type { CitationPool } from "./external-references";
import { readJsonInSteps } from "./read-json";
import { readStixObject } from "./read-stix-object";
import type { StixRecord } from "./stix-records";

/** One STIX file, reduced to what notes are written from. */
export interface AttackBundle {
	readonly file: string;
	readonly domain: AttackDomain;
	readonly records: readonly StixRecord[];
}

/** A bundle, or none, and what was wrong. */
export interface BundleReading {
	readonly bundle: AttackBundle | undefined;
	readonly problems: readonly Problem[];
}

/** Objects that are read in one piece. */
const OBJECTS_PER_PIECE = 500;

/** How many malformed objects of one file are named; the others are counted. */
const NAMED_PROBLEMS = 20;

/**
 * Reads a STIX 2.0 or 2.1 bundle of ATT&CK (v10 to v19; enterprise, mobile or ICS), whole or of a single object as mitre/cti has them.
 *
 * Gives no bundle where the text is no JSON (`read-syntax`, with the line) or no STIX bundle with anything of ATT&CK in it
 * (`read-unrecognised`). A malformed object is left out, or its malformed field; each is an `attack-object` problem, of which at most
 * 20 are listed one by one.
 */
export function readAttackBundle(file: string, text: string): BundleReading {
	return finishSteps(readAttackBundleInSteps(file, text));
}

/** Does what `readAttackBundle` does, in pieces of a few milliseconds. */
export function* readAttackBundleInSteps(file: string, text: string): Steps<BundleReading> {
	const parsed = yield* readJsonInSteps(file, text);
	if (!parsed.ok) return { bundle: undefined, problems: [parsed.problem] };
	const objects = objectsOf(parsed.json);
	if (objects === undefined) return unrecognised(file, "This is no STIX bundle.");
	const domain = domainOfBundle(objects, file);
	const faults: ObjectFault[] = [];
	const records = yield* readObjects(objects, file, domain, faults);
	const problems = describeFaults(file, text, faults);
	if (records.some(isAttackRecord) || (objects.length > 0 && objects.every(isCompanion)))
		return { bundle: { file, domain, records }, problems };
	if (problems.length > 0) return { bundle: undefined, problems };
	return unrecognised(file, "This STIX bundle holds nothing of ATT&CK.");
}

function objectsOf(json: unknown): readonly unknown[] | undefined {
	const bundle = asTable(json);
	const objects: unknown = bundle?.["objects"];
	if (Array.isArray(objects) && (bundle?.["type"] ?? "bundle") === "bundle")
		return objects as readonly unknown[];
	const id = asText(bundle?.["id"]) ?? "";
	const isObject = bundle?.["type"] !== "bundle" && /^[a-z][a-z0-9-]*--/.test(id);
	return bundle !== undefined && isObject ? [bundle] : undefined;
}

/** Whether a record is ATT&CK's beyond doubt; relations and statements are anybody's. */
function isAttackRecord(record: StixRecord): boolean {
	if (record.kind === "relationship" || record.kind === "marking") return false;
	return !("attackId" in record) || record.attackId !== "" || record.kind === "data-component";
}

/** Objects that mitre/cti keeps in files of their own beside those that have an ATT&CK id. */
function isCompanion(object: unknown): boolean {
	const type = asText(asTable(object)?.["type"]) ?? "";
	return /^(?:identity|marking-definition|relationship|x-mitre-.*)$/.test(type);
}

interface ObjectFault {
	readonly id: string | undefined;
	readonly position: number;
	readonly message: string;
}

function* readObjects(
	objects: readonly unknown[],
	file: string,
	domain: AttackDomain,
	faults: ObjectFault[],
): Steps<StixRecord[]> {
	const citations: CitationPool = new Map();
	const records: StixRecord[] = [];
	let position = 0;
	let raw: Table | undefined;
	const report = (message: string) => faults.push({ id: asText(raw?.["id"]), position, message });
	const context = { file, domain, citations, report };
	for (const object of objects) {
		if (++position % OBJECTS_PER_PIECE === 0) yield;
		raw = asTable(object);
		if (raw === undefined) report("it is no object");
		else if (typeof raw["type"] !== "string") report("it has no type");
		else if (typeof raw["id"] !== "string" || raw["id"] === "") report("it has no id");
		else {
			const record = readStixObject(raw, context);
			if (record !== undefined) records.push(record);
		}
	}
	return records;
}

function unrecognised(file: string, message: string): { bundle: undefined; problems: Problem[] } {
	return { bundle: undefined, problems: [problemOf(file, null, "read-unrecognised", message)] };
}

function describeFaults(file: string, text: string, faults: readonly ObjectFault[]): Problem[] {
	if (faults.length === 0) return [];
	const lines = indexLines(text);
	const problems = faults.slice(0, NAMED_PROBLEMS).map(({ id, position, message }) => {
		const offset = id === undefined ? -1 : offsetOfId(text, id);
		const line = offset === -1 ? null : lines.positionAt(offset).line;
		const what = `Object ${position}${id === undefined ? "" : ` (${id})`} is malformed: ${message}.`;
		return problemOf(file, line, "attack-object", what, "warning");
	});
	const more = faults.length - problems.length;
	if (more > 0)
		problems.push(
			problemOf(file, null, "attack-object", `${more} more objects are malformed.`, "warning"),
		);
	return problems;
}

/** The offset of the place where an object states its id, -1 where there is none. */
function offsetOfId(text: string, id: string): number {
	const quoted = JSON.stringify(id);
	let at = text.indexOf(quoted);
	while (at !== -1 && !/"id"\s{0,4}:\s{0,4}$/.test(text.slice(Math.max(0, at - 16), at)))
		at = text.indexOf(quoted, at + quoted.length);
	return at;
}
