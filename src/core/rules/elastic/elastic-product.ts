/** Integrations of one product, as Sigma's taxonomy 2.1 names that product. */
const PRODUCTS: ReadonlyMap<string, string> = new Map([
	["aws", "aws"],
	["azure", "azure"],
	["gcp", "gcp"],
	["github", "github"],
	["google_workspace", "google_workspace"],
	["kubernetes", "kubernetes"],
	["o365", "m365"],
	["okta", "okta"],
	["windows", "windows"],
	["auditd_manager", "linux"],
	["jamf_protect", "macos"],
]);

/**
 * Gives the Sigma product of an Elastic rule where that is plain: its one operating system, else the one product that all its
 * integrations belong to; null otherwise.
 */
export function elasticProduct(
	systems: readonly string[],
	integrations: readonly string[],
): string | null {
	if (systems.length > 0) return systems.length === 1 ? (systems[0] ?? null) : null;
	const products = new Set(
		integrations.map((name) => PRODUCTS.get(name.split(".", 1)[0] ?? "") ?? null),
	);
	const [product = null] = products;
	return products.size === 1 ? product : null;
}
