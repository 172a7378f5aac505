/** Atomic Red Team's platform words with the names that people and ATT&CK use (its models of 2026). */
const NAMES: ReadonlyMap<string, string> = new Map([
	["windows", "Windows"],
	["macos", "macOS"],
	["linux", "Linux"],
	["centos", "CentOS"],
	["esxi", "ESXi"],
	["office-365", "Office 365"],
	["azure-ad", "Azure AD"],
	["google-workspace", "Google Workspace"],
	["saas", "SaaS"],
	["iaas", "IaaS"],
	["iaas:aws", "AWS"],
	["iaas:azure", "Azure"],
	["iaas:gcp", "GCP"],
	["containers", "Containers"],
]);

/** Gives the name of a platform as notes show it; a word nobody knows is shown as it is. */
export function platformName(word: string): string {
	return NAMES.get(word) ?? word;
}
