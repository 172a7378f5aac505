/** Units of a duration, largest first. */
export const DURATION_UNITS = [
	"years",
	"months",
	"weeks",
	"days",
	"hours",
	"minutes",
	"seconds",
	"milliseconds",
] as const;
/** One unit of a duration. */
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A moment, together with the zone in which it is shown. */
export interface DateValue {
	readonly kind: "date";
	/** Milliseconds since 1970-01-01T00:00Z. */
	readonly ms: number;
	/** `UTC`, `UTC+9`, `UTC+5:30` or an IANA name. */
	readonly zone: string;
	/** Minutes east of UTC at that moment in that zone: what to add for the time on the wall. */
	readonly offset: number;
}

/** A span of time, in the units in which it was written; absent units are zero. */
export interface DurationValue {
	readonly kind: "duration";
	readonly units: Readonly<Partial<Record<DurationUnit, number>>>;
}

/** A link to a note, or to a heading or block in it. */
export interface LinkValue {
	readonly kind: "link";
	/** Full path of the note where the link resolves, else the path as written. */
	readonly path: string;
	readonly type: "file" | "header" | "block";
	/** Heading text, or block id without `^`; absent for `file`. */
	readonly subpath?: string;
	/** Text to show instead of the note's name. */
	readonly display?: string;
	readonly embed: boolean;
}

/** Named values in a fixed order; a `Map` is one, and so is a note's or task's fields read on demand. */
export interface FieldMap {
	get(name: string): Value | undefined;
	keys(): Iterable<string>;
}

/** An object; where it stands for a list item or task, `item` says so. */
export interface ObjectValue {
	readonly kind: "object";
	readonly fields: FieldMap;
	readonly item?: true;
	/** The fields of the item alone, where `fields` answers for its note too. */
	readonly own?: FieldMap;
}

/** A link out of the vault, shown as text. */
export interface WebLinkValue {
	readonly kind: "web-link";
	readonly url: string;
	readonly display?: string;
}

/** A function as a value: a lambda, or a built-in handed over by name. */
export interface FunctionValue {
	readonly kind: "function";
	readonly call: (args: readonly Value[]) => Value;
}

/** Anything a query can compute or a field can hold. */
export type Value =
	| null
	| boolean
	| number
	| string
	| DateValue
	| DurationValue
	| LinkValue
	| readonly Value[]
	| ObjectValue
	| WebLinkValue
	| FunctionValue;
