import type { FolderSettings } from "../../model/settings";
import type { Problem } from "../../model/problem";
import { hashBytes } from "../../notes/bases/hash-text";
import type { Codec } from "../../ports/codec";
import type { NoteStore } from "../../ports/notes";
import type { RuleOutcome } from "../rules/rule-desk";
import type { AttackFindings } from "../techniques/attack-sources";

/** The draft of a rule's note that an earlier import made. */
export interface RememberedDraft {
	/** The same where the same was asked and answered. */
	readonly key: string;
	/** `hashText` of the draft. */
	readonly hash: string;
	readonly problems: readonly Problem[];
}

/** What became of a listed file of the rule sources, a zip with all that is in it. */
export interface RememberedFile {
	/** `markBytes` of the file. */
	readonly mark: string;
	readonly outcomes: readonly RuleOutcome[];
	/** By the rule's ordinal; null for one whose note was not drafted. */
	readonly drafts: readonly (RememberedDraft | null)[];
}

/** What the last bundles said, and what the drafts of their techniques came to. */
export interface RememberedAttack {
	readonly findings: AttackFindings;
	/** `markBytes` of what the vault keeps of ATT&CK since. */
	readonly kept: string;
	readonly drafts: readonly (readonly [id: string, draft: RememberedDraft])[];
}

/** What earlier imports with the same build read and drafted. */
export interface SourceMemory {
	/** By the file as the user named it. */
	readonly rules: ReadonlyMap<string, RememberedFile>;
	readonly attack: RememberedAttack | undefined;
}

/** The memory of a vault without one. */
export const NO_MEMORY: SourceMemory = { rules: new Map(), attack: undefined };

/** `DVM` and the version of the form, behind which stand eight bytes of checksum and the deflated rows. */
const HEAD: readonly number[] = [0x44, 0x56, 0x4d, 1];
const CHECKSUM_BYTES = 16;
const LIMIT = 256 * 1024 * 1024;
/** Files that are remembered at most; beyond that, those of other imports are forgotten. */
const MOST_FILES = 100_000;

/** Gives the file in which a vault remembers its sources. */
export function memoryPath(folders: FolderSettings): string {
	return `${folders.home}/merge/sources.memory`;
}

type Rows = readonly [readonly (readonly [string, RememberedFile])[], RememberedAttack | null];

/** Opens the memory; it is empty where there is none, where it is damaged, and where another build (`stamp`) wrote it. */
export async function openMemory(
	store: NoteStore,
	codec: Codec,
	folders: FolderSettings,
	stamp: string,
): Promise<SourceMemory> {
	const bytes = await store.readData(memoryPath(folders));
	const start = HEAD.length + CHECKSUM_BYTES;
	if (bytes === undefined || HEAD.some((byte, at) => bytes[at] !== byte)) return NO_MEMORY;
	const json = await codec.inflate(bytes.subarray(start), LIMIT);
	const checksum = new TextDecoder().decode(bytes.subarray(HEAD.length, start));
	// With the checksum right, the rows are as this very build wrote them.
	if (json === undefined || checksum !== sign(json, stamp)) return NO_MEMORY;
	const [rules, attack] = JSON.parse(new TextDecoder().decode(json)) as Rows;
	return { rules: new Map(rules), attack: attack ?? undefined };
}

/** Adds what an import read to what was known of files that are none of its own (`isOwn`); its own that are gone are forgotten. */
export function mergeRememberedFiles(
	known: SourceMemory["rules"],
	fresh: SourceMemory["rules"],
	isOwn: (file: string) => boolean,
): SourceMemory["rules"] {
	const others = [...known].filter(([file]) => !fresh.has(file) && !isOwn(file));
	return new Map([...others.slice(0, Math.max(0, MOST_FILES - fresh.size)), ...fresh]);
}

/** Packs the memory for the same build (`stamp`). */
export async function packMemory(
	{ rules, attack }: SourceMemory,
	codec: Codec,
	stamp: string,
): Promise<Uint8Array> {
	const rows: Rows = [[...rules], attack ?? null];
	const json = new TextEncoder().encode(JSON.stringify(rows));
	const packed = await codec.deflate(json);
	const bytes = new Uint8Array(HEAD.length + CHECKSUM_BYTES + packed.length);
	bytes.set(HEAD);
	bytes.set(new TextEncoder().encode(sign(json, stamp)), HEAD.length);
	bytes.set(packed, HEAD.length + CHECKSUM_BYTES);
	return bytes;
}

function sign(json: Uint8Array, stamp: string): string {
	return hashBytes(new TextEncoder().encode(`${stamp} ${hashBytes(json)}`));
}
