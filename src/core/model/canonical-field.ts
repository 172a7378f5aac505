import type { Vendor } from "./rule";

/** One field of events under one name, whatever the vendors call it. */
export interface CanonicalField {
	/** In ECS's manner: `process.command_line`. */
	readonly id: string;
	/** What people call it: Sigma's name where it has one (`CommandLine`), else the id. */
	readonly label: string;
	readonly type: "text" | "path" | "number" | "address" | "boolean" | "time";
	/** `routing` and `time` choose which events are read, and are no indicators. */
	readonly role: "indicator" | "routing" | "time";
	/** Where a full path and its base name are two fields of one thing: the row they share, and which of the two this is. */
	readonly facet: { readonly of: string; readonly part: "path" | "name" } | null;
}

/** The canonical fields and every vendor's spelling of them. */
export interface FieldTable {
	/** By id, in code-unit order. */
	readonly fields: readonly CanonicalField[];
	get(id: string): CanonicalField | undefined;
	/**
	 * Gives the field that a vendor's spelling means; where it means several, `source` decides (a Defender table, a UDM event type).
	 * Undefined where the table has no such spelling.
	 */
	find(vendor: Vendor, spelling: string, source: string | null): CanonicalField | undefined;
}
