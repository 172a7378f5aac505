import type { Vendor } from "../../model/rule";

/** A row of the person's own: more spellings of a canonical field, or a field of their own. */
export interface UserField {
	/** Canonical id, known or new. */
	readonly id: string;
	/** Undefined to keep the known field's label. */
	readonly label: string | undefined;
	readonly spellings: Readonly<Partial<Record<Vendor, readonly string[]>>>;
}
