import type { Logsource } from "../../model/rule";

const AZURE = { product: "azure", service: null, category: null };
const SIGN_INS = { product: "azure", service: "signinlogs", category: null };
const M365 = { product: "m365", service: null, category: null };
const WINDOWS = { product: "windows", service: null, category: null };

/**
 * What Sigma calls the data of a table. Defender's device tables hold several systems, so most state no product. Names as SigmaHQ's
 * rules have them.
 */
const LOGSOURCES: ReadonlyMap<string, Logsource> = new Map<string, Logsource>([
	["SigninLogs", SIGN_INS],
	["AADNonInteractiveUserSignInLogs", SIGN_INS],
	["AADServicePrincipalSignInLogs", SIGN_INS],
	["AADManagedIdentitySignInLogs", SIGN_INS],
	["AADSignInEventsBeta", SIGN_INS],
	["AADSpnSignInEventsBeta", SIGN_INS],
	["EntraIdSignInEvents", SIGN_INS],
	["AuditLogs", { ...AZURE, service: "auditlogs" }],
	["AzureActivity", { ...AZURE, service: "activitylogs" }],
	["AADUserRiskEvents", { ...AZURE, service: "riskdetection" }],
	["AADRiskyUsers", { ...AZURE, service: "riskdetection" }],
	["MicrosoftGraphActivityLogs", AZURE],
	["GraphAPIAuditEvents", AZURE],
	["AzureDiagnostics", AZURE],
	["AzureMetrics", AZURE],
	["OfficeActivity", { ...M365, service: "audit" }],
	["EmailEvents", M365],
	["EmailUrlInfo", M365],
	["EmailAttachmentInfo", M365],
	["EmailPostDeliveryEvents", M365],
	["UrlClickEvents", M365],
	["SecurityEvent", { ...WINDOWS, service: "security" }],
	["WindowsEvent", WINDOWS],
	["WindowsFirewall", { ...WINDOWS, service: "firewall-as" }],
	["DnsEvents", { ...WINDOWS, service: "dns-server" }],
	["DeviceProcessEvents", { product: null, service: null, category: "process_creation" }],
	["DeviceNetworkEvents", { product: null, service: null, category: "network_connection" }],
	["DeviceFileEvents", { product: null, service: null, category: "file_event" }],
	["DeviceRegistryEvents", { ...WINDOWS, category: "registry_event" }],
	["DeviceImageLoadEvents", { ...WINDOWS, category: "image_load" }],
	["AWSCloudTrail", { product: "aws", service: "cloudtrail", category: null }],
	["AWSGuardDuty", { product: "aws", service: null, category: null }],
	["GCPAuditLogs", { product: "gcp", service: "gcp.audit", category: null }],
	["Okta_CL", { product: "okta", service: "okta", category: null }],
	["OktaV2_CL", { product: "okta", service: "okta", category: null }],
	["GitHubAuditLogPolling_CL", { product: "github", service: "audit", category: null }],
	["GitHubAuditLogsV2_CL", { product: "github", service: "audit", category: null }],
]);

/** Gives the logsource that a rule's tables agree on; a table that is not known agrees with none. */
export function readKustoLogsource(tables: readonly string[]): Logsource {
	const found = tables.map((table) => LOGSOURCES.get(table));
	const common = (key: keyof Logsource): string | null => {
		const value = found[0]?.[key] ?? null;
		return found.every((source) => source?.[key] === value) ? value : null;
	};
	return { product: common("product"), service: common("service"), category: common("category") };
}
