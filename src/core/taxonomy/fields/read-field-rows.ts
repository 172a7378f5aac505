import type { CanonicalField } from "../../model/canonical-field";
import type { Vendor } from "../../model/rule";

/** A canonical field with its spellings, as the tables below `data/` state it. */
export interface FieldRow {
	readonly field: CanonicalField;
	/** Lines of a letter, a space and names, as `listSpellings` reads them. */
	readonly lines: readonly string[];
}

const TYPES: Readonly<Record<string, CanonicalField["type"]>> = {
	...{ t: "text", p: "path", n: "number", a: "address", b: "boolean", d: "time" },
};

/** Tables of Microsoft Sentinel whose columns are named as Windows names the data of its events. */
const WINDOWS_TABLES = "SecurityEvent+Event+WindowsEvent+EventData";

/**
 * What each letter at the start of a line says about the names after it.
 *
 * `s e p k y` are Sigma, Elastic, Splunk, Kusto and YARA-L. The others are names of an event as its maker writes it, which several
 * vendors carry over: `w` Windows event data, `r` JSON that Sigma and Splunk use unchanged, `o` the Microsoft 365 unified audit log,
 * `8` the Kubernetes audit log.
 */
const COLUMNS: Readonly<
	Record<string, Readonly<Partial<Record<Vendor, readonly ((name: string) => string)[]>>>>
> = {
	s: { sigma: [same] },
	e: { elastic: [same] },
	p: { splunk: [same] },
	k: { kusto: [same] },
	y: { "yara-l": [same] },
	r: { sigma: [same], splunk: [same] },
	w: {
		sigma: [same],
		splunk: [same],
		elastic: [(name) => `winlog.event_data.${name}`],
		kusto: [(name) => `${name}@${WINDOWS_TABLES}`, (name) => `EventData.${name}`],
		"yara-l": [(name) => `additional.fields["${name}"]`],
	},
	o: {
		sigma: [same],
		splunk: [same],
		elastic: [(name) => `o365.audit.${name}`],
		kusto: [(name) => `${name}@OfficeActivity`, (name) => `RawEventData.${name}`],
	},
	"8": {
		sigma: [same],
		splunk: [same],
		elastic: [
			(name) => `kubernetes.audit.${name}`,
			(name) => `aws.eks.audit.${name}`,
			(name) => `azure.platformlogs.properties.log.${name}`,
		],
	},
};

/**
 * Reads one table of fields.
 *
 * A field starts with a line `id label kind`; `-` as label repeats the id. The kind is a letter of the type (`t` text, `p` path,
 * `n` number, `a` address, `b` boolean, `d` time), then `R` where the field only chooses which events are read or `T` where it chooses
 * when, then `<id` where this is the base name of the path in that field. Lines of a letter, a space and names follow: see `COLUMNS`;
 * each name as `readSpelling` reads it. What fits none of this is left out.
 */
export function readFieldRows(text: string): readonly FieldRow[] {
	const rows: { field: CanonicalField; lines: string[] }[] = [];
	for (const line of text.split("\n")) {
		if (line.charAt(1) === " ") rows.at(-1)?.lines.push(line);
		else if (line !== "") rows.push({ field: readField(line.split(" ")), lines: [] });
	}
	return rows;
}

/** Gives a vendor's spellings of a row's field, in order; each as `readSpelling` reads it. */
export function listSpellings({ lines }: FieldRow, vendor: Vendor): readonly string[] {
	const spellings: string[] = [];
	for (const line of lines) {
		const writers = COLUMNS[line.charAt(0)]?.[vendor];
		if (writers === undefined) continue;
		for (const name of line.slice(2).split(" "))
			for (const write of writers) spellings.push(write(name));
	}
	return spellings;
}

/** Gives the fields of rows, each path or base name with the row it shares. */
export function joinFacets(rows: readonly FieldRow[]): readonly FieldRow[] {
	const paths = new Set(rows.flatMap(({ field }) => field.facet?.of ?? []));
	return rows.map((row) => {
		const { field, lines } = row;
		if (field.facet !== null || !paths.has(field.id)) return row;
		return { field: { ...field, facet: { of: field.id, part: "path" } }, lines };
	});
}

function readField([id = "", label = "-", kind = "t"]: readonly string[]): CanonicalField {
	const [letters = "t", path] = kind.split("<");
	const role = letters.charAt(1);
	return {
		id,
		label: label === "-" ? id : label,
		type: TYPES[letters.charAt(0)] ?? "text",
		role: role === "R" ? "routing" : role === "T" ? "time" : "indicator",
		facet: path === undefined ? null : { of: path, part: "name" },
	};
}

function same(name: string): string {
	return name;
}
