import { asText, type Table } from "../formats/values";
import { readReferences, type CitationPool } from "./external-references";
import type { ObjectFields } from "./object-fields";
import type { StixAnalytic, StixLogSource } from "./stix-records";

type AnalyticBase = Pick<
	StixAnalytic,
	"stixId" | "modified" | "retired" | "file" | "attackId" | "name" | "url"
>;

/** Reads what an `x-mitre-analytic` has beyond its name (ATT&CK specification 3.3.0, v18 and later). */
export function readAnalytic(
	base: AnalyticBase,
	fields: ObjectFields,
	pool: CitationPool,
): StixAnalytic {
	return {
		...base,
		kind: "analytic",
		platforms: fields.texts("x_mitre_platforms").filter((platform) => platform !== "None"),
		description: fields.text("description") ?? "",
		logSources: fields
			.tables("x_mitre_log_source_references")
			.flatMap((table) => readLogSource(table) ?? []),
		mutableElements: fields
			.tables("x_mitre_mutable_elements")
			.flatMap((table) => readElement(table) ?? []),
		citations: readReferences(fields.tables("external_references"), pool).citations,
	};
}

function readLogSource(table: Table): StixLogSource | undefined {
	const name = asText(table["name"]);
	const channel = asText(table["channel"]);
	const componentRef = asText(table["x_mitre_data_component_ref"]) ?? null;
	if (name === undefined && componentRef === null) return undefined;
	// Upstream writes the word None where there is no channel.
	return { componentRef, name: name ?? "", channel: channel === "None" ? null : (channel ?? null) };
}

function readElement(table: Table): { field: string; description: string } | undefined {
	const field = asText(table["field"]);
	return field === undefined
		? undefined
		: { field, description: asText(table["description"]) ?? "" };
}
