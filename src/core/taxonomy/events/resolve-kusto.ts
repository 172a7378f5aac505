import type { EventEvidence, EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import { findChannel } from "./find-channel";
import { listCodes, listSources, listValues } from "./read-evidence";
import { resolveLog } from "./resolve-log";

/**
 * Gives the events of a Kusto query: its tables, those of Defender narrowed by the action types that the query names, Windows' by the
 * event id (of the channel or provider that the query names, else of the one known for that number), audit logs by the operation. What the query asks of one of its tables tells nothing of the others. An action type counts for the table it belongs to; one that no table is known for counts for
 * each table of Defender's that the query reads. Tables of the state of users and devices count only where the query reads no other.
 */
export function resolveKusto(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const named = [...listSources(evidence, "table", "function"), ...evidence.tables];
	const tables = [...new Set(named)];
	const read = tables.filter((table) => !STATE_TABLE.test(table));
	return (read.length > 0 ? read : tables).flatMap((table) =>
		resolveTable(table, tables, narrow(evidence, table, tables), catalog),
	);
}

/** Leaves out what the query asks of its other tables. */
function narrow(evidence: EventEvidence, table: string, tables: readonly string[]): EventEvidence {
	if (tables.length < 2) return evidence;
	const others = new Set(tables.filter((other) => other !== table));
	const isOwn = ({ source }: EventEvidence["predicates"][number]): boolean =>
		!source || !others.has(source);
	return { ...evidence, predicates: evidence.predicates.filter(isOwn) };
}

const WINDOWS_TABLES = new Set(["securityevent", "windowsevent", "event"]);
/** Defender's tables whose rows have an action type. */
const ACTION_TABLE =
	/^(?:device(?:process|file|network|registry|imageload|logon)?events|identity(?:logon|query|directory)events|urlclickevents|emailpostdeliveryevents)$/i;
/** Tables that hold what is, not what happened. */
const STATE_TABLE =
	/^(?:identityinfo|entrausers|deviceinfo|devicenetworkinfo|devicefilecertificateinfo|intunedevices|heartbeat|oauthappinfo|devicetvm\w+|exposuregraph\w+|resources|usage)$/i;
/** How Sentinel's parsers of one schema begin: with filters, without, and of older workspaces. */
const ASIM_PARSER = /^_?(?:asim|v?im)_?(?=[A-Z])/i;
/** How tables are named; others come from words that broken queries leave. */
const TABLE = /^[A-Z]\w{3,}$/;
/** Custom tables of a workspace. */
const CUSTOM_TABLE = /^\w+_CL$/i;

function resolveTable(
	table: string,
	tables: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	if (ACTION_TABLE.test(table))
		return identifyTable(table, listActions(table, tables, evidence, catalog), catalog);
	if (WINDOWS_TABLES.has(table.toLowerCase())) return resolveWindows(table, evidence, catalog);
	const log = resolveLog(table, evidence, catalog);
	if (log !== undefined) return log;
	const known = [table, table.replace(ASIM_PARSER, "_Im_")].find(
		(name) => catalog.named("k", name).length > 0,
	);
	if (known !== undefined) return [{ ...tableOf(known, catalog), provider: table }];
	const isTable = CUSTOM_TABLE.test(table) || (TABLE.test(table) && isRead(table, evidence));
	return isTable ? [catalog.identify(table, null)] : [];
}

/** Whether a query reads this table, and not what a function gives. */
function isRead(table: string, { sources }: EventEvidence): boolean {
	return sources.some(({ kind, name }) => kind === "table" && name === table);
}

function identifyTable(
	table: string,
	actions: readonly string[],
	catalog: EventCatalog,
): readonly EventIdentity[] {
	if (actions.length === 0) return [tableOf(table, catalog)];
	const whole = catalog.named("k", table)[0];
	return actions.map((action) => {
		const event = catalog.identify(table, action);
		const known = catalog.named("k", `${table}:${action}`)[0] ?? findPrefix(table, action, catalog);
		const id = known?.id ?? (/^identity/i.test(table) ? whole?.id : event.id) ?? null;
		return { ...event, title: spell(action), id };
	});
}

/** No family of action types has a longer name. */
const LONGEST_PREFIX = 40;

/** `AsrOfficeChildProcessBlocked` is one of `Asr*`. */
function findPrefix(
	table: string,
	action: string,
	catalog: EventCatalog,
): ReturnType<EventCatalog["named"]>[number] | undefined {
	for (let end = Math.min(action.length, LONGEST_PREFIX); end > 2; end--) {
		const found = catalog.named("k", `${table}:${action.slice(0, end)}*`)[0];
		if (found !== undefined) return found;
	}
	return undefined;
}

function tableOf(table: string, catalog: EventCatalog): EventIdentity {
	const event = catalog.identify(table, null);
	const known = catalog.named("k", table)[0];
	const title = known === undefined ? event.title : `${known.title} (any)`;
	return { ...event, title, id: known?.id ?? event.id };
}

function listActions(
	table: string,
	tables: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly string[] {
	const others = tables.filter((other) => other !== table);
	const actions = listValues(evidence, "event.action").map((action) =>
		nameWhole(action, tables, catalog),
	);
	const isIdentity = /^identity/i.test(table);
	return actions.filter((action) => {
		// Defender for Identity's action types are words, Defender for Endpoint's are one word.
		if (action.includes(" ") !== isIdentity && others.length > 0) return false;
		if (catalog.named("k", `${table}:${action}`).length > 0) return true;
		return !others.some((other) => catalog.named("k", `${other}:${action}`).length > 0);
	});
}

/** A part that is the whole of a known action type stands for it: `contains "RegistryValueSet"`. */
function nameWhole(action: string, tables: readonly string[], catalog: EventCatalog): string {
	const plain = action.replaceAll("*", "");
	const isKnown = tables.some((table) => catalog.named("k", `${table}:${plain}`).length > 0);
	return isKnown ? plain : action;
}

function resolveWindows(
	table: string,
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const isSecurity = table.toLowerCase() === "securityevent";
	const codes = listCodes(evidence);
	if (codes.length === 0)
		return [catalog.identify(isSecurity ? "Security" : "Windows event log", null)];
	const named = [
		...listValues(evidence, "event.channel"),
		...listValues(evidence, "event.provider"),
	];
	const channels = named.flatMap((name) => catalog.channel(name) ?? []);
	const own = isSecurity ? catalog.channel("security") : undefined;
	return codes.map((code) => {
		const known = [...(own ? [own] : []), ...channels].find(({ titles }) => titles.has(code));
		const provider = known?.name ?? channels[0]?.name ?? named[0];
		const guess = provider ?? findChannel(code, evidence, catalog)?.name;
		return catalog.identify(guess ?? "Windows event log", code);
	});
}

/** `FileCreated` reads "File created". */
function spell(action: string): string {
	const words = action.replace(/([a-z])(?=[A-Z])/g, "$1 ").split(" ");
	const lowered = words.map((word, index) =>
		index === 0 || !/^[A-Z][a-z]+$/.test(word) ? word : word.toLowerCase(),
	);
	return lowered.join(" ");
}
