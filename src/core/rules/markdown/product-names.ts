import { trimMarks } from "../plain-names";

/** Words that alone, or with the filler words, name a product that reads KQL. */
const PRODUCT_WORDS: ReadonlySet<string> = new Set(
	(
		"sentinel defender xdr mde mdi mdo mda mdca mcas m365d atp mtp m365 adx kusto-explorer azure-data-explorer log-analytics " +
		"advanced-hunting data-lake fabric resource-graph eventhouse"
	).split(" "),
);

/** Words that stand beside a product's name without changing what it says. */
const FILLER_WORDS: ReadonlySet<string> = new Set(
	(
		"microsoft azure unified for and or the in on endpoint identity office 365 o365 cloud apps app security threat protection " +
		"portal workspace query queries kql kusto version language platform"
	).split(" "),
);

/** A quick look before the words are compared. */
const MENTION =
	/sentinel|defender|xdr|md[aeio]|mcas|m365|\batp\b|\bmtp\b|adx|kusto|explorer|analytics|hunting|lake|fabric|graph|eventhouse/i;

/**
 * Gives the product that a heading or a comment line names and says nothing else (`Defender XDR`, `Microsoft Sentinel query`,
 * `Log Analytics (Sentinel)`, `Defender XDR & Sentinel`), as a label; undefined for any other text.
 *
 * The label is the text without `query` and closing marks, so that two restatements of one detection can be told apart.
 */
export function readProductName(text: string): string | undefined {
	if (text.length > 80 || !MENTION.test(text)) return undefined;
	const words = text
		.toLowerCase()
		.replace(
			/\b(?:log analytics|advanced hunting|data lake|resource graph|data explorer)\b/g,
			(two) => two.replace(" ", "-").replace(/^data-explorer$/, "adx"),
		)
		.split(/[^a-z0-9-]+/)
		.filter((word) => word !== "" && word !== "-");
	if (words.length === 0 || !words.some((word) => PRODUCT_WORDS.has(word))) return undefined;
	if (!words.every((word) => PRODUCT_WORDS.has(word) || FILLER_WORDS.has(word))) return undefined;
	const named = text.replace(/\b(?:kql |kusto )?(?:query|queries|version)\b/gi, " ");
	const label = trimMarks(named.replace(/\s+/g, " "), " :–-");
	return label === "" ? text.trim() : label;
}
