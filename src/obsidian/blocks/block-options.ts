import { asTable, asText, ownValue } from "../../core/formats/values";
import { parseYaml } from "../../core/formats/yaml";
import { normaliseTechniqueId } from "../../core/text/technique-ids";

/** What a block asks for: a query, or a panel. */
export type BlockRequest =
	| { readonly kind: "query"; readonly query: string }
	| PanelRequest
	| { readonly kind: "broken"; readonly message: string };

/** A block that asks for a panel. */
export interface PanelRequest {
	readonly kind: "panel";
	readonly panel: string;
	/** Undefined for the technique of the note. */
	readonly technique: string | undefined;
	/** Whether sub-techniques are left out. */
	readonly exact: boolean;
	/** Whether deprecated and unsupported rules are counted. */
	readonly deprecated: boolean;
	/** Rows that a table shows before a person asks for all. */
	readonly limit: number;
	/** Options that no panel knows. */
	readonly unknown: readonly string[];
	/** Options with a value that they cannot have. */
	readonly bad: readonly string[];
}

/** Every option of a panel. */
export const PANEL_OPTIONS: ReadonlySet<string> = new Set([
	...["panel", "technique", "exact", "limit", "deprecated"],
]);
/** Rows that a table shows unless told. */
const LIMIT = 10;

/** Reads the text of a block: options where it starts with `panel:`, else a query. */
export function readBlock(source: string): BlockRequest {
	if (!/^\s*panel\s*:/i.test(source)) return { kind: "query", query: source };
	const parsed = parseYaml(source);
	if (!parsed.ok) return { kind: "broken", message: parsed.failure.message };
	const options = asTable(parsed.value) ?? {};
	const technique = asText(ownValue(options, "technique"));
	const bad: string[] = [];
	const read = <T>(name: string, fallback: T, reading: (value: unknown) => T | undefined): T => {
		const value = ownValue(options, name);
		if (value === undefined || value === null) return fallback;
		const understood = reading(value);
		if (understood === undefined) bad.push(name);
		return understood ?? fallback;
	};
	return {
		kind: "panel",
		panel: (asText(ownValue(options, "panel")) ?? "").toLowerCase(),
		technique:
			technique === undefined || technique === "this"
				? undefined
				: (normaliseTechniqueId(technique) ?? technique),
		exact: read("exact", false, readFlag),
		deprecated: read("deprecated", true, readFlag),
		limit: read("limit", LIMIT, readCount),
		unknown: Object.keys(options).filter((name) => !PANEL_OPTIONS.has(name)),
		bad,
	};
}

function readFlag(value: unknown): boolean | undefined {
	if (value === true || value === "true") return true;
	return value === false || value === "false" ? false : undefined;
}

function readCount(value: unknown): number | undefined {
	return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}
