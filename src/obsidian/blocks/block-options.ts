import { asTable, asText, ownValue } from "../../core/formats/values";
import { parseYaml } from "../../core/formats/yaml";
import { normaliseTechniqueId } from "../../core/text/technique-ids";

/** What a block asks for: a query, or a panel of a technique. */
export type BlockRequest =
	| { readonly kind: "query"; readonly query: string }
	| {
			readonly kind: "panel";
			readonly panel: string;
			/** Undefined for the technique of the note. */
			readonly technique: string | undefined;
			/** Whether sub-techniques are left out. */
			readonly exact: boolean;
			/** Options that no panel knows. */
			readonly unknown: readonly string[];
	  }
	| { readonly kind: "broken"; readonly message: string };

const OPTIONS = new Set(["panel", "technique", "exact"]);

/** Reads the text of a block: options where it starts with `panel:`, else a query. */
export function readBlock(source: string): BlockRequest {
	if (!/^\s*panel\s*:/i.test(source)) return { kind: "query", query: source };
	const parsed = parseYaml(source);
	if (!parsed.ok) return { kind: "broken", message: parsed.failure.message };
	const options = asTable(parsed.value) ?? {};
	const technique = asText(ownValue(options, "technique"));
	const exact = ownValue(options, "exact");
	return {
		kind: "panel",
		panel: (asText(ownValue(options, "panel")) ?? "").toLowerCase(),
		technique:
			technique === undefined || technique === "this"
				? undefined
				: (normaliseTechniqueId(technique) ?? technique),
		exact: exact === true || exact === "true",
		unknown: Object.keys(options).filter((name) => !OPTIONS.has(name)),
	};
}
