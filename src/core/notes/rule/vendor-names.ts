import type { Vendor } from "../../model/rule";

const FOLDERS: Readonly<Record<Vendor, string>> = {
	sigma: "Sigma",
	elastic: "Elastic",
	splunk: "Splunk",
	kusto: "Kusto",
	"yara-l": "YARA-L",
};

/** Gives the name of a vendor's folder below the rules' folder. */
export function vendorFolder(vendor: Vendor): string {
	return FOLDERS[vendor];
}
