import { readReferences, type CitationPool } from "./external-references";
import type { ObjectFields } from "./object-fields";
import { RELATIONSHIP_TYPES, type StixIdentity, type StixRelationship } from "./stix-records";

/** Reads a `relationship` of a type that is used; one without both its ends is reported. */
export function readRelationship(
	fields: ObjectFields,
	identity: StixIdentity,
	context: { readonly citations: CitationPool; report(message: string): void },
): StixRelationship | undefined {
	const stated = fields.text("relationship_type");
	if (stated === undefined) context.report("it has no relationship_type");
	const type = RELATIONSHIP_TYPES.find((known) => known === stated);
	if (type === undefined) return undefined;
	const sourceRef = fields.text("source_ref");
	const targetRef = fields.text("target_ref");
	if (sourceRef === undefined || targetRef === undefined) {
		context.report(`it has no ${sourceRef === undefined ? "source_ref" : "target_ref"}`);
		return undefined;
	}
	const { citations } = readReferences(fields.tables("external_references"), context.citations);
	const description = fields.text("description") ?? "";
	// Written out: there are tens of thousands, and copying an object and adding to it costs several times as much.
	return {
		stixId: identity.stixId,
		modified: identity.modified,
		retired: identity.retired,
		file: identity.file,
		kind: "relationship",
		type,
		sourceRef,
		targetRef,
		description,
		citations,
	};
}
