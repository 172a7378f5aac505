import { asTable, asText, ownValue } from "../../core/formats/values";
import type { Table } from "../../core/formats/values";

/** The kinds of sources that an import takes. */
export const SOURCE_KINDS = ["attack", "rules", "atomics", "notes", "executions"] as const;
/** One kind of source. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Extensions of the files that may hold each kind of source; a folder may always. */
export const SOURCE_EXTENSIONS: Readonly<Record<SourceKind, readonly string[]>> = {
	attack: ["json", "zip"],
	rules: [
		...["yml", "yaml", "toml", "json", "ndjson", "kql", "kusto", "bicep", "spl", "conf", "yaral"],
		...["txt", "md", "csv", "zip"],
	],
	atomics: ["yaml", "yml", "zip"],
	notes: ["md", "zip"],
	executions: ["json", "csv", "txt", "log", "ndjson", "jsonl", "zip"],
};

/** Which state of a source was read: ATT&CK's version, a git commit, or the date (ISO 8601) of its newest file. */
export interface SourceStamp {
	readonly kind: "version" | "commit" | "newest";
	readonly text: string;
}

/** What became of a source the last time: files that gave nothing and other problems, or why it could not be had at all. */
export interface SourceResult {
	readonly skipped: number;
	readonly problems: number;
	/** Undefined where it was imported. */
	readonly failure?: string | undefined;
}

/** A source that a person added or imported: enough to name it, and to open it again where it lies in the vault or can be downloaded. */
export interface RememberedSource {
	readonly kind: SourceKind;
	readonly name: string;
	/** Its path in the vault, null where it lies elsewhere. A place outside the vault may not be kept. */
	readonly vaultPath: string | null;
	/** The web address that it is downloaded from, null where it is not. */
	readonly address: string | null;
	/** Whether it may be downloaded: off until the person switches it on. */
	readonly online: boolean;
	/** When it was last imported, ISO 8601 in UTC; null where it never was. */
	readonly importedAt: string | null;
	/** The state it was in; absent where nothing told. */
	readonly stamp?: SourceStamp | undefined;
	readonly result?: SourceResult | undefined;
}

/** A source that was added, and not imported yet. */
export function newSource(
	source: Pick<RememberedSource, "kind" | "name"> & Partial<RememberedSource>,
): RememberedSource {
	return { vaultPath: null, address: null, online: false, importedAt: null, ...source };
}

/** Whether two entries mean the same source. */
export function isSameSource(
	one: Pick<RememberedSource, "kind" | "name" | "vaultPath" | "address">,
	other: Pick<RememberedSource, "kind" | "name" | "vaultPath" | "address">,
): boolean {
	if (one.kind !== other.kind || one.vaultPath !== other.vaultPath) return false;
	if (one.address !== other.address) return false;
	return one.vaultPath !== null || one.address !== null || one.name === other.name;
}

/** Takes a source out of the list and puts it in at another place. */
export function moveSource(
	sources: readonly RememberedSource[],
	from: number,
	to: number,
): readonly RememberedSource[] {
	const moved = sources.filter((_, place) => place !== from);
	moved.splice(to, 0, ...sources.slice(from, from + 1));
	return moved;
}

/** Reads one source of the data file; nothing where it is of another shape. */
export function readSource(table: Table): RememberedSource[] {
	const kind = SOURCE_KINDS.find((name) => name === ownValue(table, "kind"));
	const name = asText(ownValue(table, "name"));
	if (kind === undefined || name === undefined) return [];
	return [
		{
			kind,
			name,
			vaultPath: asText(ownValue(table, "vaultPath")) ?? null,
			address: asText(ownValue(table, "address")) ?? null,
			online: ownValue(table, "online") === true,
			importedAt: asText(ownValue(table, "importedAt")) ?? null,
			stamp: readStamp(asTable(ownValue(table, "stamp"))),
			result: readResult(asTable(ownValue(table, "result"))),
		},
	];
}

const STAMPS = ["version", "commit", "newest"] as const;

function readStamp(table: Table | undefined): SourceStamp | undefined {
	const kind = STAMPS.find((name) => name === table?.["kind"]);
	const text = asText(table?.["text"]);
	return kind === undefined || text === undefined ? undefined : { kind, text };
}

function readResult(table: Table | undefined): SourceResult | undefined {
	const { skipped, problems } = table ?? {};
	if (typeof skipped !== "number" || typeof problems !== "number") return undefined;
	return { skipped, problems, failure: asText(table?.["failure"]) };
}
