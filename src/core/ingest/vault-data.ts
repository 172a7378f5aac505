import type { AttackData } from "../attack/attack-data";
import { EMPTY_ATTACK_DATA } from "../attack/attack-data";
import { readAttackData } from "../attack/read-attack-data";
import { writeAttackData } from "../attack/write-attack-data";
import { decodeText } from "../formats/decode";
import type { Problem } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import type { NoteStore } from "../ports/notes";
import type { RuleContextReading } from "../rules/read-rule-contexts";
import { readRuleContexts } from "../rules/read-rule-contexts";
import type { RuleContext } from "../rules/rule-reader";
import { compareCodeUnits } from "../text/compare";
import type { PlannedData } from "./import-plan";
import { markBytes } from "./memory/mark-bytes";

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

/** Gives what tells the kept data of ATT&CK from other data (`markBytes`); undefined where there is none. */
export async function markVaultAttackData(
	store: NoteStore,
	folders: FolderSettings,
	planned: readonly PlannedData[] = [],
): Promise<string | undefined> {
	const path = attackPath(folders);
	const bytes = planned.find((file) => file.path === path)?.bytes ?? (await store.readData(path));
	return bytes === undefined ? undefined : markBytes(bytes);
}

/** Reads the macros and lists that earlier imports kept; nothing where they kept none, a problem where they cannot be read. */
export async function readVaultRuleContexts(
	store: NoteStore,
	folders: FolderSettings,
): Promise<RuleContextReading> {
	const path = contextPath(folders);
	const bytes = await store.readData(path);
	if (bytes === undefined) return { contexts: [], problems: [] };
	const decoded = decodeText(bytes);
	return readRuleContexts(path, decoded.ok ? decoded.text : "");
}

/** Gives the data files whose bytes differ from what the vault has: ATT&CK's, and the rules' contexts that are kept (`isKeptContext`). */
export async function planVaultData(
	store: NoteStore,
	folders: FolderSettings,
	attack: AttackData,
	contexts: readonly RuleContext[],
): Promise<readonly PlannedData[]> {
	const wanted: [string, string][] = [];
	if (attack.techniques.length > 0) wanted.push([attackPath(folders), writeAttackData(attack)]);
	const path = contextPath(folders);
	const text = contexts.length === 0 ? undefined : await mergeContexts(store, folders, contexts);
	if (text !== undefined) wanted.push([path, text]);
	const planned: PlannedData[] = [];
	for (const [file, content] of wanted) {
		const bytes = new TextEncoder().encode(content);
		if (!isSame(bytes, await store.readData(file))) planned.push({ path: file, bytes });
	}
	return planned;
}

function contextPath(folders: FolderSettings): string {
	return `${folders.home}/data/rule-context.json`;
}

function attackPath(folders: FolderSettings): string {
	return `${folders.home}/data/attack.json`;
}

/** Adds new contexts to the kept ones, the new winning by name. */
async function mergeContexts(
	store: NoteStore,
	folders: FolderSettings,
	fresh: readonly RuleContext[],
): Promise<string> {
	const { contexts: kept } = await readVaultRuleContexts(store, folders);
	const entries = new Map([...kept, ...fresh].map((entry) => [keyOf(entry), entry]));
	const sorted = [...entries].sort(([a], [b]) => compareCodeUnits(a, b));
	// One entry a line, so that version control shows which macro changed.
	return `[\n${sorted.map(([, entry]) => JSON.stringify(entry)).join(",\n")}\n]\n`;
}

/** Macros of one name differ by their number of arguments. */
function keyOf(context: RuleContext): string {
	const count = context.what === "splunk-macro" ? ` ${context.arguments.length}` : "";
	return `${context.what} ${context.name}${count}`;
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
	return b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
