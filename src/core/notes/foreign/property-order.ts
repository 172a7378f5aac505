import type { NoteKind, NoteProperty } from "../../model/note";

/** The properties of each kind of note in their order. */
const ORDERS: Readonly<Record<NoteKind, readonly string[]>> = {
	technique:
		"attack_id name parent tactics platforms version attack_version created last_modified url aliases tags".split(
			" ",
		),
	rule: (
		"rule_id vendor language title status level confidence techniques tactics logsrc_product logsrc_service logsrc_category " +
		"data_sources tables author license source source_ref created last_modified tags"
	).split(" "),
	runbook: "runbook_id title filename techniques platforms source source_ref tags".split(" "),
};

/** Gives properties in the order of their kind of note; others come last, as they stand. */
export function orderProperties(
	kind: NoteKind,
	properties: readonly NoteProperty[],
): readonly NoteProperty[] {
	const places = new Map(ORDERS[kind].map((key, place) => [key, place]));
	return [...properties].sort(
		(a, b) => (places.get(a.key) ?? places.size) - (places.get(b.key) ?? places.size),
	);
}
