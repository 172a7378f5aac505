import { expect, test } from "vitest";
import type { EventEvidence } from "../../../../src/core/model/event";
import { named, resolveEvents } from "./event-builder";

/** Events as `provider/event id`. */
function list(part: Partial<EventEvidence>): readonly string[] {
	return resolveEvents(part).map(
		({ provider, event, id }) => `${provider}/${event ?? "any"} ${id ?? "-"}`,
	);
}

function windows(service: string, ...codes: readonly number[]): readonly string[] {
	return list({
		logsource: { product: "windows", category: null, service },
		predicates: named("event.code", ...codes),
	});
}

test.each([
	["security", 4670, "Security/4670 object.permission"],
	["security", 4704, "Security/4704 right.change"],
	["security", 4706, "Security/4706 trust.change"],
	["security", 4751, "Security/4751 group.change"],
	["security", 4907, "Security/4907 audit.policy"],
	["security", 1102, "Security/1102 log.clear"],
	["security", 1100, "Security/1100 -"],
	["security", 6423, "Security/6423 device.connect"],
	["security", 4692, "Security/4692 credential.read"],
	["application", 524, "Application/524 -"],
	["application", 33205, "Application/33205 database.audit"],
	["application", 865, "Application/865 app.block"],
	["windefend", 5001, "Windows Defender/5001 defender.config"],
	["windefend", 1009, "Windows Defender/1009 malware.detect"],
	["codeintegrity-operational", 3023, "CodeIntegrity/3023 code.integrity"],
	["firewall-as", 2003, "Windows Firewall/2003 firewall.rule"],
	["wmi", 5857, "WMI-Activity/5857 wmi.operation"],
	["wmi", 5861, "WMI-Activity/5861 wmi.subscription"],
	[
		"terminalservices-localsessionmanager",
		21,
		"TerminalServices-LocalSessionManager/21 rdp.session",
	],
	["directory-service", 1644, "Directory Service/1644 ad.query"],
	["bits-client", 61, "BITS-Client/61 bits.job"],
])("Windows' %s %d is %s", (service, code, event) => {
	expect(windows(service, code)).toEqual([event]);
});

test.each([
	["DeviceEvents", "AuditPolicyModification", "audit.policy"],
	["DeviceEvents", "SecurityLogCleared", "log.clear"],
	["DeviceEvents", "ShellLinkCreateFileEvent", "file.create"],
	["DeviceEvents", "AntivirusDetection", "malware.detect"],
	["DeviceEvents", "AntivirusScanCompleted", "-"],
	["DeviceEvents", "DpapiAccessed", "credential.read"],
	["DeviceEvents", "ScreenshotTaken", "screen.capture"],
	["DeviceEvents", "AsrOfficeChildProcessBlocked", "asr.rule"],
	["DeviceEvents", "DirectoryServiceObjectModified", "ad.change"],
	["DeviceLogonEvents", "LogonAttempted", "logon.success"],
	["DeviceLogonEvents", "LogonFailed", "logon.failure"],
	["DeviceRegistryEvents", "RegistryKeyRenamed", "registry.rename"],
	["UrlClickEvents", "ClickBlocked", "url.open"],
])("Defender's %s with %s is %s", (table, action, id) => {
	expect(
		list({
			vendor: "kusto",
			sources: [{ kind: "table", name: table }],
			predicates: named("event.action", action),
		}),
	).toEqual([`${table}/${action} ${id}`]);
});

test.each([
	["_Im_ProcessEvent", "process.create"],
	["ASimRegistryEventLogs", "registry.set"],
	["ASimFileEventLogs", "file.create"],
	["_Im_UserManagement", "account.change"],
	["CloudProcessEvents", "process.create"],
	["MessageEvents", "email.message"],
])("the table %s holds %s", (table, id) => {
	expect(list({ vendor: "kusto", sources: [{ kind: "table", name: table }] })).toEqual([
		`${table}/any ${id}`,
	]);
});

test("a Windows event of a provider that nobody knows stays with that provider", () => {
	const predicates = [
		...named("event.provider", "Acme-Doors-Agent"),
		...named("event.code", 10016),
	];
	const sources = [{ kind: "table", name: "Event" }] as const;
	expect(list({ vendor: "kusto", sources, predicates })).toEqual(["Acme-Doors-Agent/10016 -"]);
	expect(list({ vendor: "kusto", sources, predicates: predicates.slice(1) })).toEqual([
		"System/10016 -",
	]);
});

test.each([
	["Endpoint.Services", "System/7036 service.change"],
	["Endpoint.Ports", "Sysmon/3 network.connect"],
	["Change.Account_Management", "Security/4738 account.change"],
	["Intrusion_Detection.IDS_Attacks", "Network sensor/any network.alert"],
	["Malware.Malware_Attacks", "Windows Defender/1116 malware.detect"],
	["Data_Access", "Audit log/any resource.access"],
])("Splunk's data model %s is %s", (model, event) => {
	expect(list({ vendor: "splunk", sources: [{ kind: "data-model", name: model }] })).toEqual([
		event,
	]);
});

test.each([
	["SCHEDULED_TASK_ENABLE", "Security/4698 task.change"],
	["GROUP_UNCATEGORIZED", "Security/4732 group.change"],
	["USER_BADGE_IN", "Audit log/any user.activity"],
	["SCAN_VULN_HOST", "Vulnerability scan/any vulnerability.scan"],
	["SCAN_FILE", "Windows Defender/1116 malware.detect"],
	["NETWORK_SMTP", "Sysmon/3 network.connect"],
	["REGISTRY_UNCATEGORIZED", "Sysmon/13 registry.set"],
	["EMAIL_URL_CLICK", "Endpoint sensor/url.open url.open"],
])("UDM's %s is %s", (type, event) => {
	expect(list({ vendor: "yara-l", sources: [{ kind: "event-type", name: type }] })).toEqual([
		event,
	]);
});

test.each([
	["opened-file", "file", "Endpoint sensor/file.access file.access"],
	["changed-file-permissions-of", "file", "Endpoint sensor/object.permission object.permission"],
	["deleted", "file", "Sysmon for Linux/23 file.delete"],
	["connection_attempted", "network", "Sysmon for Linux/3 network.connect"],
])("auditd's action %s, as Elastic has it, is %3$s", (action, category, event) => {
	expect(
		list({
			vendor: "elastic",
			predicates: [
				...named("host.os.type", "linux"),
				...named("event.category", category),
				...named("event.action", action),
			],
		}),
	).toEqual([event]);
});

test("intrusions are not malware", () => {
	const predicates = named("event.category", "intrusion_detection");
	expect(list({ vendor: "elastic", predicates })).toEqual(["Network sensor/any network.alert"]);
});
