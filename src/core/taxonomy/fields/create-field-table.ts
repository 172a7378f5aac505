import type { CanonicalField, FieldTable } from "../../model/canonical-field";
import type { Vendor } from "../../model/rule";
import { compareCodeUnits } from "../../text/compare";
import { rememberTexts } from "../../text/remember-texts";
import { FIELD_DATA } from "./data/field-data";
import { nameAsimSource } from "./name-asim-source";
import { joinFacets, listSpellings, readFieldRows } from "./read-field-rows";
import type { SpellingIndex } from "./spelling-index";
import { indexSpellings } from "./spelling-index";
import type { UserField } from "./user-field";

/**
 * Makes the table of canonical fields: ours, from the vendors' published schemas, and the person's own rows over them.
 *
 * A person's row adds spellings to a known field, may give it another label, or makes a new field; its spellings win over ours.
 * A source of Splunk's is a data model (`Endpoint.Processes`), of Kusto's a table (Sentinel's information model: as `nameAsimSource` says), of YARA-L's an event type, of Elastic's an event
 * category, of Sigma's what `nameLogsource` gives.
 */
export function createFieldTable(userRows: readonly UserField[]): FieldTable {
	const ours = joinFacets(FIELD_DATA.flatMap(readFieldRows));
	const fields = new Map(ours.map(({ field }) => [field.id, field]));
	for (const row of userRows) fields.set(row.id, fieldOf(row, fields.get(row.id)));
	const fieldOfId = (field: CanonicalField): CanonicalField => fields.get(field.id) ?? field;
	const own = indexByVendor((vendor) => listOwn(userRows, fields, vendor));
	const known = indexByVendor((vendor) =>
		ours.map((row) => [fieldOfId(row.field), listSpellings(row, vendor)]),
	);
	return {
		fields: [...fields.values()].sort((a, b) => compareCodeUnits(a.id, b.id)),
		get: (id) => fields.get(id),
		find: rememberFields((vendor, spelling, source) => {
			const asked = vendor === "kusto" && source !== null ? nameAsimSource(source) : source;
			return findIn(own, vendor, spelling, source) ?? findIn(known, vendor, spelling, asked);
		}),
	};
}

type FindField = FieldTable["find"];

/** Of each vendor's sources, and of the spellings in each, so many answers are remembered. */
const MOST = { sources: 500, spellings: 2000 };

/** Rules name the same few fields over and over. */
function rememberFields(find: FindField): FindField {
	const inSources = new Map<Vendor, (source: string) => (spelling: string) => Answer>();
	const startVendor = (vendor: Vendor) =>
		rememberTexts(MOST.sources, (key) => {
			const source = key === "" ? null : key.slice(1);
			return rememberTexts(MOST.spellings, (spelling) => ({
				field: find(vendor, spelling, source),
			}));
		});
	return (vendor, spelling, source) => {
		let inSource = inSources.get(vendor);
		if (inSource === undefined) inSources.set(vendor, (inSource = startVendor(vendor)));
		return inSource(source === null ? "" : `=${source}`)(spelling).field;
	};
}

interface Answer {
	readonly field: CanonicalField | undefined;
}

/** Ends of a name that leave the field what it is: Elastic's multi-fields, analysed in another way, Splunk's mark of an array, and the
 * first of several values. */
const SAME_FIELD_ENDS: Readonly<Partial<Record<Vendor, readonly string[]>>> = {
	elastic: [".text", ".keyword", ".caseless"],
	splunk: ["{}"],
	"yara-l": ["[0]"],
};

/** A name of Windows' event data outside of `winlog`. */
const WINDOWS_NAME = /^(?:event_data\.)?([A-Z]\w*)$/;

/** Which of a list's items a name of a Sigma rule reads: `containers.0.image`, `items[1]`. */
const ITEM_NUMBER = /\.\d+(?=[.[]|$)|\[\d+\]/g;

function findIn(
	indexOf: (vendor: Vendor) => SpellingIndex,
	vendor: Vendor,
	spelling: string,
	source: string | null,
): CanonicalField | undefined {
	if (vendor === "sigma") {
		const bare = spelling.replaceAll(ITEM_NUMBER, "");
		const meant = bare === spelling ? undefined : findIn(indexOf, vendor, bare, source);
		if (meant !== undefined) return meant;
	}
	const index = indexOf(vendor);
	const found = index.find(spelling, source);
	if (found !== undefined) return found;
	const end = SAME_FIELD_ENDS[vendor]?.find((text) => spelling.endsWith(text));
	const name = end === undefined ? spelling : spelling.slice(0, -end.length);
	const same = end === undefined ? undefined : index.find(name, source);
	// Searches written for Sigma's names are run on Elastic, too, where events were stored under them; so did Winlogbeat 6.
	const windows = vendor === "elastic" ? WINDOWS_NAME.exec(name)?.[1] : undefined;
	if (windows !== undefined && same === undefined)
		return index.find(`winlog.event_data.${windows}`, source);
	if (vendor !== "sigma") return same;
	// Sigma's taxonomy takes ECS's names for its generic network category, and rules for other products use them, or CIM's, as they are.
	return (
		indexOf("elastic").find(spelling, source) ??
		indexOf("splunk").find(spelling, source) ??
		findColumn(indexOf, spelling, source)
	);
}

/** The tables of Azure Monitor that hold the logs which Sigma's taxonomy names so; rules name their columns. */
const LOG_TABLES: ReadonlyMap<string, string> = new Map([
	["azure.signinlogs", "SigninLogs"],
	["azure.auditlogs", "AuditLogs"],
	["azure.activitylogs", "AzureActivity"],
	["m365.audit", "OfficeActivity"],
]);

function findColumn(
	indexOf: (vendor: Vendor) => SpellingIndex,
	spelling: string,
	source: string | null,
): CanonicalField | undefined {
	const table = LOG_TABLES.get(source ?? "");
	return table === undefined ? undefined : indexOf("kusto").find(spelling, table);
}

type VendorRows = readonly (readonly [field: CanonicalField, spellings: readonly string[]])[];

/** Gives the index of each vendor's spellings; one is made when it is first asked, since most vaults hold few vendors. */
function indexByVendor(rowsOf: (vendor: Vendor) => VendorRows): (vendor: Vendor) => SpellingIndex {
	const indices = new Map<Vendor, SpellingIndex>();
	return (vendor) => {
		const known = indices.get(vendor);
		if (known !== undefined) return known;
		// A Splunk search that names no data model reads raw events, whose fields a model's names do not mean.
		const index = indexSpellings(rowsOf(vendor), vendor === "splunk");
		indices.set(vendor, index);
		return index;
	};
}

function fieldOf({ id, label }: UserField, known: CanonicalField | undefined): CanonicalField {
	if (known !== undefined) return label === undefined ? known : { ...known, label };
	return { id, label: label ?? id, type: "text", role: "indicator", facet: null };
}

function listOwn(
	rows: readonly UserField[],
	fields: ReadonlyMap<string, CanonicalField>,
	vendor: Vendor,
): VendorRows {
	return rows.flatMap(({ id, spellings }) => {
		const field = fields.get(id);
		return field === undefined ? [] : [[field, spellings[vendor] ?? []] as const];
	});
}
