import type { Condition } from "../../model/detection";
import { combine } from "../syntax/conditions";
import type { KqlView } from "./kql-session";
import type { KqlCall, KqlExpression } from "./kql-tree";
import { lowerCondition } from "./lower-condition";

/** Parsers of Microsoft Sentinel's information model. */
const PARSER = /^_?(?:im|asim|vim)_?[A-Z]/i;

/** How a parameter compares, by the end of its name; the longest end first. */
const ENDS: readonly (readonly [string, string])[] = [
	["_has_any_ip_prefix", "has_any_ipv4_prefix"],
	["_has_any_prefix", "has_any_ipv4_prefix"],
	["_has_ipv4", "has_ipv4"],
	["_has_any", "has_any"],
	["_has_all", "has_all"],
	["_has", "has"],
	["_in", "in~"],
];

/** Columns whose parameters have another name than the column in lower case. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
	["domain", "DnsQuery"],
	["response", "DnsResponseName"],
	["responsecodename", "DnsResponseCodeName"],
	["commandline", "TargetProcessCommandLine"],
	["actingprocess", "ActingProcessName"],
	["targetprocess", "TargetProcessName"],
	["parentprocess", "ParentProcessName"],
	["username", "User"],
	["hashes", "Hash"],
	["ipaddr", "IpAddr"],
	["registrydata", "RegistryValueData"],
]);

const COLUMNS: ReadonlyMap<string, string> = new Map(
	(
		"ActorUsername AlertVerdict AttackTactics AttackTechniques DstIpAddr DstPortNumber Dvc DvcAction DvcHostname DvcIpAddr " +
		"EventResult EventResultDetails EventSeverity EventType Hostname HttpUserAgent NewValue Object Operation RegistryKey RegistryValue " +
		"RegistryValueData SrcFilePath SrcHostname SrcIpAddr SrcUsername TargetAppName TargetFilePath TargetUsername ThreatCategory Url"
	)
		.split(" ")
		.map((name) => [name.toLowerCase(), name] as const),
);

/** Parameters that narrow the time or say how to read. */
const NO_FILTER = /^(?:starttime|endtime|disabled|pack|endtimestamp|starttimestamp)$/i;

/**
 * Gives what a parser of ASIM is asked to keep by its named parameters: `_Im_Dns(responsecodename='NXDOMAIN')` is a filter on
 * DnsResponseCodeName. Undefined where the call filters nothing. Source: Microsoft Sentinel, "Advanced Security Information Model (ASIM)
 * schemas", "Filtering parser parameters".
 */
export function lowerParserFilters(call: KqlCall, view: KqlView): Condition | undefined {
	if (!PARSER.test(call.name)) return undefined;
	const parts: Condition[] = [];
	for (const { names, value } of call.arguments) {
		const [name] = names;
		const isAll = value.kind === "literal" && (value.value === "*" || value.value === null);
		if (name === undefined || NO_FILTER.test(name) || isAll) continue;
		parts.push(lowerCondition(compare(name.toLowerCase(), value), view));
	}
	return parts.length === 0 ? undefined : combine("and", parts);
}

function compare(parameter: string, value: KqlExpression): KqlExpression {
	const { start, end } = value;
	const [ending, operator] = ENDS.find(([tail]) => parameter.endsWith(tail)) ?? ["", "=~"];
	const column = parameter.slice(0, parameter.length - ending.length);
	const name = OTHER_NAMES.get(column) ?? COLUMNS.get(column) ?? column;
	const left: KqlExpression = { kind: "name", name, start, end };
	if (operator.includes("ipv4")) {
		const given = [left, value].map((one) => ({ names: [], value: one }));
		return { kind: "call", name: operator, arguments: given, start, end };
	}
	const isOne = operator === "has" || (operator === "=~" && value.kind === "literal");
	if (isOne) return { kind: "comparison", operator, left, right: value, start, end };
	const listed = operator === "=~" ? "in~" : operator;
	return { kind: "listed", operator: listed, left, items: [value], start, end };
}
