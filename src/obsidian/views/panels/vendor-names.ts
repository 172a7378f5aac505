import type { QueryLanguage, Vendor } from "../../../core/model/rule";

/** The vendors as they write themselves. */
export const VENDOR_NAMES: Readonly<Record<Vendor, string>> = {
	sigma: "Sigma",
	elastic: "Elastic",
	splunk: "Splunk",
	kusto: "Kusto",
	"yara-l": "YARA-L",
};

/** Query languages as they are written. */
export const LANGUAGE_NAMES: Readonly<Record<QueryLanguage, string>> = {
	...{ sigma: "Sigma", eql: "EQL", kuery: "Kuery", lucene: "Lucene", esql: "ES|QL" },
	...{ spl: "SPL", kql: "KQL", "yara-l": "YARA-L", sql: "SQL" },
};
