import { decodeInPieces, decodeText } from "../formats/decode";
import { describeJsonFault } from "../formats/json";
import { asTable, asText, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import { problemOf, type Problem } from "../model/problem";
import { compareCodeUnits } from "../text/compare";
import { indexLines } from "../text/line-index";
import type { Steps } from "../text/steps";
import {
	domainOfBundle,
	hasDomain,
	noteDomain,
	statedDomain,
	type DomainSigns,
} from "./attack-domains";
import type { CitationPool } from "./external-references";
import { parseBundleJson, type BundlePieces } from "./parse-bundle-json";
import { readStixObject, type ObjectContext } from "./read-stix-object";
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

/** Bytes that are decoded at once. */
const CHUNK_BYTES = 16 * 1024;

/** Objects that are read in one piece. */
const OBJECTS_PER_PIECE = 500;

/** How many malformed objects of one file are named; the others are counted. */
const NAMED_PROBLEMS = 20;

/**
 * Reads a STIX 2.0 or 2.1 bundle of ATT&CK (v10 to v19; enterprise, mobile or ICS), whole or of a single object as mitre/cti has them; also
 * a TAXII envelope, one object without a bundle, and a list of them. Attack patterns of other catalogues are passed over, and counted.
 *
 * Gives no bundle where the bytes are no text (`read-encoding`), the text is no JSON (`read-syntax`, with the line) or no STIX bundle with
 * anything of ATT&CK in it (`read-unrecognised`). A malformed object is left out, or its malformed field; each is an `attack-object`
 * problem, of which at most 20 are listed one by one. Works in pieces of a few milliseconds.
 */
export function* readAttackBundleInSteps(file: string, bytes: Uint8Array): Steps<BundleReading> {
	const pieces = parseBundleJson(decodeInPieces(bytes, CHUNK_BYTES));
	const reader = new BundleReader(file);
	for (;;) {
		const piece = takePiece(pieces);
		if (piece === undefined) return { bundle: undefined, problems: [describeFault(file, bytes)] };
		if (piece.done !== true) {
			yield* reader.readAll(piece.value);
			continue;
		}
		if (isBundle(piece.value)) return reader.finish(bytes);
		const objects: readonly unknown[] = Array.isArray(piece.value) ? piece.value : [piece.value];
		if (!isObject(objects[0])) return unrecognised(file, describeOther(piece.value));
		const alone = new BundleReader(file);
		yield* alone.readAll(objects);
		return alone.finish(bytes);
	}
}

/** Says why bytes are no JSON, or no text. */
function describeFault(file: string, bytes: Uint8Array): Problem {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return problemOf(file, decoded.line, "read-encoding", decoded.reason);
	const { line, reason } = describeJsonFault(decoded.text);
	return problemOf(file, line, "read-syntax", reason);
}

/** Gives undefined where the bytes are no text, or the text is no JSON. */
function takePiece(pieces: BundlePieces): IteratorResult<readonly unknown[]> | undefined {
	try {
		return pieces.next();
	} catch {
		return undefined;
	}
}

function isBundle(json: unknown): boolean {
	const bundle = asTable(json);
	return Array.isArray(bundle?.["objects"]) && (bundle["type"] ?? "bundle") === "bundle";
}

function isObject(json: unknown): boolean {
	const object = asTable(json);
	return object?.["type"] !== "bundle" && /^[a-z][a-z0-9-]*--/.test(asText(object?.["id"]) ?? "");
}

/** An index of releases lies beside the bundles that it names. */
function describeOther(json: unknown): string {
	return Array.isArray(asTable(json)?.["collections"])
		? "an index of ATT&CK releases, which holds no techniques"
		: "this is no STIX bundle";
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

/** An object that does not say which domain it is of. */
interface WaitingObject {
	readonly raw: Table;
	readonly position: number;
	/** Where its record goes. */
	readonly place: number;
}

/** Reads a bundle's objects one after the other and keeps nothing of them but their records. */
class BundleReader implements ObjectContext {
	readonly file: string;
	readonly citations: CitationPool = new Map();
	/** Of the object in hand, as are the next two. */
	domain: AttackDomain = "enterprise";
	private position = 0;
	private raw: Table | undefined;
	private readonly signs: DomainSigns = {};
	private readonly waiting: WaitingObject[] = [];
	private readonly records: (StixRecord | undefined)[] = [];
	private readonly faults: ObjectFault[] = [];
	/** Attack patterns by the catalogue that they are of. */
	private readonly others = new Map<string, number>();
	private isCompanions = true;

	constructor(file: string) {
		this.file = file;
	}

	report(message: string): void {
		this.faults.push({ id: asText(this.raw?.["id"]), position: this.position, message });
	}

	passOver(catalogue: string): void {
		this.others.set(catalogue, (this.others.get(catalogue) ?? 0) + 1);
	}

	*readAll(objects: readonly unknown[]): Steps<void> {
		for (const object of objects) {
			if (++this.position % OBJECTS_PER_PIECE === 0) yield;
			this.isCompanions &&= isCompanion(object);
			this.raw = asTable(object);
			if (this.raw === undefined) this.report("it is no object");
			else if (typeof this.raw["type"] !== "string") this.report("it has no type");
			else this.takeTyped(this.raw, this.raw["type"]);
		}
		yield;
	}

	private takeTyped(raw: Table, type: string): void {
		const stated = hasDomain(type) ? statedDomain(raw) : undefined;
		if (stated !== undefined) {
			noteDomain(this.signs, type, stated);
			this.domain = stated;
		}
		if (typeof raw["id"] !== "string" || raw["id"] === "") this.report("it has no id");
		else if (stated === undefined && hasDomain(type))
			this.waiting.push({ raw, position: this.position, place: this.records.push(undefined) - 1 });
		else {
			const record = readStixObject(raw, this);
			if (record !== undefined) this.records.push(record);
		}
	}

	finish(bytes: Uint8Array): BundleReading {
		const { file } = this;
		const count = this.position;
		this.domain = domainOfBundle(this.signs, file);
		for (const { raw, position, place } of this.waiting) {
			this.raw = raw;
			this.position = position;
			this.records[place] = readStixObject(raw, this);
		}
		const records = this.records.filter((record) => record !== undefined);
		this.faults.sort((a, b) => a.position - b.position);
		const problems = [
			...describeFaults(file, bytes, this.faults),
			...describeOthers(file, this.others),
		];
		if (records.some(isAttackRecord) || (count > 0 && this.isCompanions))
			return { bundle: { file, domain: this.domain, records }, problems };
		if (problems.length > 0) return { bundle: undefined, problems };
		return unrecognised(file, "this STIX bundle holds nothing of ATT&CK");
	}
}

function unrecognised(file: string, message: string): { bundle: undefined; problems: Problem[] } {
	return { bundle: undefined, problems: [problemOf(file, null, "read-unrecognised", message)] };
}

function describeFaults(
	file: string,
	bytes: Uint8Array,
	faults: readonly ObjectFault[],
): Problem[] {
	if (faults.length === 0) return [];
	const decoded = decodeText(bytes);
	const text = decoded.ok ? decoded.text : "";
	const lines = indexLines(text);
	const problems = faults.slice(0, NAMED_PROBLEMS).map(({ id, position, message }) => {
		const offset = id === undefined ? -1 : offsetOfId(text, id);
		const line = offset === -1 ? null : lines.positionAt(offset).line;
		const what = `object ${position}${id === undefined ? "" : ` (${id})`} is malformed: ${message}`;
		return problemOf(file, line, "attack-object", what, "warning");
	});
	const more = faults.length - problems.length;
	if (more > 0)
		problems.push(
			problemOf(file, null, "attack-object", `${more} more objects are malformed`, "warning"),
		);
	return problems;
}

function describeOthers(file: string, others: ReadonlyMap<string, number>): Problem[] {
	if (others.size === 0) return [];
	const counts = [...others].sort(([a], [b]) => compareCodeUnits(a, b));
	const named = counts.map(([catalogue, count]) => `${count} of ${catalogue}`).join(", ");
	const message = `attack patterns of other catalogues were left out: ${named}`;
	return [problemOf(file, null, "attack-object", message, "info")];
}

/** The offset of the place where an object states its id, -1 where there is none. */
function offsetOfId(text: string, id: string): number {
	const quoted = JSON.stringify(id);
	let at = text.indexOf(quoted);
	while (at !== -1 && !/"id"\s{0,4}:\s{0,4}$/.test(text.slice(Math.max(0, at - 16), at)))
		at = text.indexOf(quoted, at + quoted.length);
	return at;
}
