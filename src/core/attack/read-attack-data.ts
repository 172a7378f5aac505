import { parseJson } from "../formats/json";
import { asTable, asTables, asText, asTexts, type Table } from "../formats/values";
import type { AttackActor, AttackDomain, RetiredTechnique, Tactic } from "../model/attack";
import { problemOf, type Problem } from "../model/problem";
import { EMPTY_ATTACK_DATA, type AttackData, type KnownTechnique } from "./attack-data";
import { ATTACK_DOMAINS } from "./attack-domains";

/**
 * Reads a vault's ATT&CK data as `writeAttackData` writes it.
 *
 * A text that is no JSON gives empty data and a `read-syntax` problem with its line, one that is something else a `read-unrecognised`
 * one. Entries that cannot be used are left out and counted in one problem.
 */
export function readAttackData(
	file: string,
	text: string,
): { readonly data: AttackData; readonly problems: readonly Problem[] } {
	const parsed = parseJson(text);
	if (!parsed.ok) {
		const problem = problemOf(file, parsed.line, "read-syntax", parsed.reason);
		return { data: EMPTY_ATTACK_DATA, problems: [problem] };
	}
	const table = asTable(parsed.json);
	if (table === undefined || typeof table["format"] !== "number") {
		const message = "this is not the ATT&CK data that an import keeps";
		return {
			data: EMPTY_ATTACK_DATA,
			problems: [problemOf(file, null, "read-unrecognised", message)],
		};
	}
	let dropped = 0;
	const readAll = <T>(name: string, read: (entry: Table) => T | undefined): T[] => {
		const entries = Array.isArray(table[name]) ? (table[name] as readonly unknown[]) : [];
		const found = asTables(entries)
			.map(read)
			.filter((entry) => entry !== undefined);
		dropped += entries.length - found.length;
		return found;
	};
	const data: AttackData = {
		versions: new Map(readAll("versions", readVersion)),
		notices: asTexts(table["notices"]),
		tactics: readAll("tactics", readTactic),
		techniques: readAll("techniques", readTechnique),
		retired: readAll("retired", readRetired),
		actors: readAll("actors", readActor),
	};
	return { data, problems: dropped === 0 ? [] : [describeDropped(file, dropped)] };
}

function describeDropped(file: string, count: number): Problem {
	const message = `${count} entries could not be read and were left out.`;
	return problemOf(file, null, "attack-object", message, "warning");
}

function readDomain(entry: Table): AttackDomain | undefined {
	return ATTACK_DOMAINS.find((domain) => domain === entry["domain"]);
}

function readVersion(entry: Table): [AttackDomain, string] | undefined {
	const domain = readDomain(entry);
	const version = asText(entry["version"]);
	return domain === undefined || version === undefined ? undefined : [domain, version];
}

function readTactic(entry: Table): Tactic | undefined {
	const domain = readDomain(entry);
	const shortName = asText(entry["shortName"]);
	const name = asText(entry["name"]);
	const order = entry["order"];
	if (domain === undefined || shortName === undefined || name === undefined) return undefined;
	if (typeof order !== "number") return undefined;
	return {
		id: asText(entry["id"]) ?? "",
		shortName,
		name,
		domain,
		order,
		url: readNullable(entry, "url"),
	};
}

function readTechnique(entry: Table): KnownTechnique | undefined {
	const domain = readDomain(entry);
	const id = asText(entry["id"]);
	const name = asText(entry["name"]);
	if (domain === undefined || id === undefined || name === undefined) return undefined;
	const parent = readNullable(entry, "parent");
	const parentName = readNullable(entry, "parentName");
	return { id, name, parent, parentName, domain, tactics: asTexts(entry["tactics"]) };
}

function readRetired(entry: Table): RetiredTechnique | undefined {
	const id = asText(entry["id"]);
	const name = asText(entry["name"]);
	if (id === undefined || name === undefined) return undefined;
	const choices = asTexts(entry["choices"]);
	return {
		id,
		name,
		successor: readNullable(entry, "successor"),
		...(choices.length > 0 ? { choices } : {}),
		url: readNullable(entry, "url"),
		...(entry["chosen"] === true ? { chosen: true } : {}),
	};
}

const ACTOR_KINDS = ["group", "software", "campaign"] as const;

function readActor(entry: Table): AttackActor | undefined {
	const kind = ACTOR_KINDS.find((known) => known === entry["kind"]);
	const id = asText(entry["id"]);
	const name = asText(entry["name"]);
	if (kind === undefined || id === undefined || name === undefined) return undefined;
	return {
		kind,
		id,
		name,
		aliases: asTexts(entry["aliases"]),
		url: readNullable(entry, "url"),
		techniques: asTexts(entry["techniques"]),
		attributedTo: asTexts(entry["attributedTo"]),
	};
}

function readNullable(entry: Table, key: string): string | null {
	return asText(entry[key]) ?? null;
}
