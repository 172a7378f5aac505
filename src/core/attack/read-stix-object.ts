import { asTable, asText, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import { normaliseTechniqueId } from "../text/technique-ids";
import { readReferences, type CitationPool } from "./external-references";
import { openFields, type ObjectFields } from "./object-fields";
import { readAnalytic } from "./read-analytic";
import { readRelationship } from "./read-relationship";
import type { StixActor, StixIdentity, StixRecord, StixTechnique } from "./stix-records";

/** What reading an object needs from the bundle around it. */
export interface ObjectContext {
	readonly file: string;
	/** The domain of the object, or where it does not say, of its bundle. */
	readonly domain: AttackDomain;
	readonly citations: CitationPool;
	/** Tells what is wrong with the object, in a few words. */
	report(message: string): void;
	/** Tells that the object is an attack pattern of another catalogue. */
	passOver(catalogue: string): void;
}

/**
 * Reduces one STIX object (2.0 or 2.1, ATT&CK v10 to v19) to what notes are written from.
 *
 * Gives undefined for a type that is not used and for an object that cannot be used; the latter is reported.
 */
export function readStixObject(raw: Table, context: ObjectContext): StixRecord | undefined {
	const fields = openFields(raw, context);
	const identity: StixIdentity = {
		stixId: asText(raw["id"]) ?? "",
		modified: asText(raw["modified"]) ?? asText(raw["created"]) ?? "",
		retired: raw["revoked"] === true || raw["x_mitre_deprecated"] === true,
		file: context.file,
	};
	switch (raw["type"]) {
		case "relationship":
			return readRelationship(fields, identity, context);
		case "attack-pattern":
			return readTechnique(fields, identity, context);
		case "x-mitre-collection": {
			const version = fields.text("x_mitre_version");
			return version === undefined
				? undefined
				: { ...identity, kind: "collection", domain: context.domain, version };
		}
		case "marking-definition": {
			const statement = asText(asTable(raw["definition"])?.["statement"]);
			return statement === undefined ? undefined : { ...identity, kind: "marking", statement };
		}
		case "x-mitre-matrix": {
			const tacticRefs = fields.texts("tactic_refs");
			return { ...identity, kind: "matrix", domain: context.domain, tacticRefs };
		}
		default:
			return readNamedObject(raw, fields, identity, context);
	}
}

const ACTOR_KINDS: ReadonlyMap<unknown, StixActor["kind"]> = new Map([
	["course-of-action", "mitigation"],
	["intrusion-set", "group"],
	["malware", "software"],
	["tool", "software"],
	["campaign", "campaign"],
]);

function readNamedObject(
	raw: Table,
	fields: ObjectFields,
	identity: StixIdentity,
	context: ObjectContext,
): StixRecord | undefined {
	const named = () => readNamed(fields, identity, context);
	const actor = ACTOR_KINDS.get(raw["type"]);
	if (actor !== undefined) {
		const base = named();
		const aliases = [...fields.texts("aliases"), ...fields.texts("x_mitre_aliases")];
		return (
			base && { ...base, kind: actor, aliases: aliases.filter((alias) => alias !== base.name) }
		);
	}
	switch (raw["type"]) {
		case "x-mitre-tactic": {
			const base = named();
			const shortName =
				fields.text("x_mitre_shortname") ?? base?.name.toLowerCase().replace(/\s+/g, "-");
			const { domain } = context;
			return base && { ...base, kind: "tactic", domain, shortName: shortName ?? "" };
		}
		case "x-mitre-data-source": {
			const base = named();
			return base && { ...base, kind: "data-source" };
		}
		case "x-mitre-data-component": {
			const base = named();
			const dataSourceRef = fields.text("x_mitre_data_source_ref") ?? null;
			return base && { ...base, kind: "data-component", dataSourceRef };
		}
		case "x-mitre-detection-strategy": {
			const base = named();
			return (
				base && { ...base, kind: "strategy", analyticRefs: fields.texts("x_mitre_analytic_refs") }
			);
		}
		case "x-mitre-analytic": {
			const base = named();
			return base && readAnalytic(base, fields, context.citations);
		}
		default:
			return undefined;
	}
}

function readNamed(fields: ObjectFields, identity: StixIdentity, context: ObjectContext) {
	const name = fields.text("name");
	if (name === undefined) {
		context.report("it has no name");
		return undefined;
	}
	const { attackId, url } = readReferences(fields.tables("external_references"), context.citations);
	const { stixId, modified, retired, file } = identity;
	return { stixId, modified, retired, file, name, attackId, url };
}

function readTechnique(
	fields: ObjectFields,
	identity: StixIdentity,
	context: ObjectContext,
): StixTechnique | undefined {
	const references = readReferences(fields.tables("external_references"), context.citations);
	const stated = references.attackId === "" ? fields.text("x_mitre_id") : references.attackId;
	const attackId = normaliseTechniqueId(stated ?? "");
	const name = fields.text("name");
	if (attackId === undefined || name === undefined) {
		const [other] = references.citations;
		if (attackId !== undefined) context.report("it has no name");
		else if (stated === undefined && other !== undefined) context.passOver(other.name);
		else if (!identity.retired)
			context.report(
				stated === undefined
					? "it has no ATT&CK technique id"
					: `its id "${stated}" is no technique's`,
			);
		return undefined;
	}
	const { stixId, modified, retired, file } = identity;
	return {
		stixId,
		modified,
		retired,
		file,
		kind: "technique",
		attackId,
		name,
		url: references.url,
		domain: context.domain,
		phases: fields
			.tables("kill_chain_phases")
			.flatMap((phase) => asText(phase["phase_name"]) ?? []),
		// ICS bundles say "None" for techniques that belong to no platform.
		platforms: fields.texts("x_mitre_platforms").filter((platform) => platform !== "None"),
		version: fields.text("x_mitre_version") ?? null,
		created: fields.date("created"),
		lastModified: fields.date("modified"),
		description: fields.text("description") ?? "",
		detection: fields.text("x_mitre_detection") ?? "",
		dataSources: fields.texts("x_mitre_data_sources"),
		defensesBypassed: fields.texts("x_mitre_defense_bypassed"),
		citations: references.citations,
	};
}
