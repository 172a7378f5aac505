import { asTable, asText, asTexts, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";

/** The domains in the order in which catalogues list them. */
export const ATTACK_DOMAINS: readonly AttackDomain[] = ["enterprise", "mobile", "ics"];

const KILL_CHAINS: ReadonlyMap<string, AttackDomain> = new Map([
	["mitre-attack", "enterprise"],
	["mitre-mobile-attack", "mobile"],
	["mitre-ics-attack", "ics"],
]);
const DOMAIN_NAMES: ReadonlyMap<string, AttackDomain> = new Map([
	["enterprise-attack", "enterprise"],
	["mobile-attack", "mobile"],
	["ics-attack", "ics"],
]);

/**
 * Tells which domain an object says it belongs to, undefined where it does not say or names several.
 *
 * Read in this order: the kill chain's name (the only sign in STIX 2.0 before v11), `x_mitre_domains`, a matrix's own id, a
 * collection's name, the source name of the ATT&CK id (`mitre-ics-attack`).
 */
export function statedDomain(raw: Table): AttackDomain | undefined {
	const phases = Array.isArray(raw["kill_chain_phases"]) ? raw["kill_chain_phases"] : [];
	const chain = asText(asTable(phases[0])?.["kill_chain_name"]);
	const fromChain = chain === undefined ? undefined : KILL_CHAINS.get(chain);
	if (fromChain !== undefined) return fromChain;
	const domains = asTexts(raw["x_mitre_domains"]);
	if (domains.length === 1) return DOMAIN_NAMES.get(domains[0] ?? "");
	if (raw["type"] === "x-mitre-collection") return domainOfName(asText(raw["name"]) ?? "");
	const references = Array.isArray(raw["external_references"]) ? raw["external_references"] : [];
	const own = asTable(references[0]);
	const id = raw["type"] === "x-mitre-matrix" ? asText(own?.["external_id"]) : undefined;
	const source = asText(own?.["source_name"]) ?? "";
	return (
		DOMAIN_NAMES.get(id ?? "") ?? (source === "mitre-attack" ? undefined : KILL_CHAINS.get(source))
	);
}

/** Types of objects that belong to one domain. */
const DOMAIN_TYPES: ReadonlySet<unknown> = new Set([
	"attack-pattern",
	"x-mitre-collection",
	"x-mitre-matrix",
	"x-mitre-tactic",
]);

/** Whether an object of this STIX type belongs to one domain. */
export function hasDomain(type: unknown): boolean {
	return DOMAIN_TYPES.has(type);
}

/** What the objects of a bundle, seen one after the other, say about the domain of the whole. */
export interface DomainSigns {
	/** The first that a matrix states. */
	matrix?: AttackDomain;
	/** The first that a technique states. */
	technique?: AttackDomain;
}

/** Notes what an object says about the domain of its bundle. */
export function noteDomain(signs: DomainSigns, type: unknown, stated: AttackDomain): void {
	if (type === "x-mitre-matrix") signs.matrix ??= stated;
	if (type === "attack-pattern") signs.technique ??= stated;
}

/** Tells which domain a whole bundle is of: what its matrix says, else its techniques, else its file's name, else enterprise. */
export function domainOfBundle(signs: DomainSigns, file: string): AttackDomain {
	return signs.matrix ?? signs.technique ?? domainOfFile(file) ?? "enterprise";
}

function domainOfFile(file: string): AttackDomain | undefined {
	const match = /(?:^|[^a-z])(enterprise|mobile|ics)-attack/i.exec(file);
	return match === null ? undefined : domainOfName(match[1] ?? "");
}

function domainOfName(name: string): AttackDomain | undefined {
	const word = /\b(?:enterprise|mobile|ics)\b/i.exec(name)?.[0].toLowerCase();
	return ATTACK_DOMAINS.find((domain) => domain === word);
}
