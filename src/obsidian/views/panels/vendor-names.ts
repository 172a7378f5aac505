import type { Vendor } from "../../../core/model/rule";

/** The vendors as they write themselves. */
export const VENDOR_NAMES: Readonly<Record<Vendor, string>> = {
	sigma: "Sigma",
	elastic: "Elastic",
	splunk: "Splunk",
	kusto: "Kusto",
	"yara-l": "YARA-L",
};
