import type { AttackData } from "../attack/attack-data";
import { EMPTY_ATTACK_DATA } from "../attack/attack-data";
import { readAttackData } from "../attack/read-attack-data";
import { writeAttackData } from "../attack/write-attack-data";
import { decodeText } from "../formats/decode";
import type { Problem } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import type { NoteStore } from "../ports/notes";
import type { RuleContext } from "../rules/rule-reader";
import { compareCodeUnits } from "../text/compare";
import type { PlannedData } from "./import-plan";

/** Entries of one list that are kept; the lookups that vendors ship with more are feeds, not lists to read. */
const LIST_BOUND = 2000;

/** Reads what an earlier import kept of ATT&CK; nothing where it kept nothing, a problem where it cannot be read. */
export async function readVaultAttackData(
	store: NoteStore,
	folders: FolderSettings,
): Promise<{ readonly data: AttackData; readonly problems: readonly Problem[] }> {
	const path = attackPath(folders);
	const bytes = await store.readData(path);
	if (bytes === undefined) return { data: EMPTY_ATTACK_DATA, problems: [] };
	const decoded = decodeText(bytes);
	return readAttackData(path, decoded.ok ? decoded.text : "");
}

/** Gives the data files whose bytes differ from what the vault has: ATT&CK's, and the rules' macros and lists. */
export async function planVaultData(
	store: NoteStore,
	folders: FolderSettings,
	attack: AttackData,
	contexts: readonly RuleContext[],
): Promise<readonly PlannedData[]> {
	const wanted: [string, string][] = [];
	if (attack.techniques.length > 0) wanted.push([attackPath(folders), writeAttackData(attack)]);
	const path = `${folders.home}/data/rule-context.json`;
	const text = await mergeContexts(store, path, contexts);
	if (text !== undefined) wanted.push([path, text]);
	const planned: PlannedData[] = [];
	for (const [file, content] of wanted) {
		const bytes = new TextEncoder().encode(content);
		if (!isSame(bytes, await store.readData(file))) planned.push({ path: file, bytes });
	}
	return planned;
}

function attackPath(folders: FolderSettings): string {
	return `${folders.home}/data/attack.json`;
}

/** Adds new contexts to the kept ones, the new winning by name; undefined where there are no new ones. */
async function mergeContexts(
	store: NoteStore,
	path: string,
	contexts: readonly RuleContext[],
): Promise<string | undefined> {
	const fresh = listEntries(contexts);
	if (fresh.length === 0) return undefined;
	const bytes = await store.readData(path);
	const decoded = bytes === undefined ? undefined : decodeText(bytes);
	const kept = decoded?.ok === true ? readEntries(decoded.text) : [];
	const entries = new Map(
		[...kept, ...fresh].map((entry) => [`${entry.what} ${entry.name}`, entry]),
	);
	const sorted = [...entries].sort(([a], [b]) => compareCodeUnits(a, b));
	// One entry a line, so that version control shows which macro changed.
	return `[\n${sorted.map(([, entry]) => JSON.stringify(entry)).join(",\n")}\n]\n`;
}

interface ContextEntry {
	readonly what: string;
	readonly name: string;
}

function listEntries(contexts: readonly RuleContext[]): ContextEntry[] {
	return contexts.flatMap((context): ContextEntry[] => {
		switch (context.what) {
			case "splunk-macro":
				return [context];
			case "reference-list":
			case "splunk-lookup-table":
				return context.values.length > LIST_BOUND ? [] : [context];
			default:
				return [];
		}
	});
}

function readEntries(text: string): ContextEntry[] {
	try {
		const json: unknown = JSON.parse(text);
		return Array.isArray(json) ? json.filter(isEntry) : [];
	} catch {
		// Only what the sources can give again is lost with a damaged file.
		return [];
	}
}

function isEntry(value: unknown): value is ContextEntry {
	if (typeof value !== "object" || value === null) return false;
	return (
		"what" in value &&
		typeof value.what === "string" &&
		"name" in value &&
		typeof value.name === "string"
	);
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
	return b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
