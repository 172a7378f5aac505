import { expect, test } from "vitest";
import { named, nameEvents } from "./event-builder";

function splunk(...sourcetypes: readonly string[]): readonly string[] {
	return nameEvents({ vendor: "splunk", predicates: named("event.dataset", ...sourcetypes) });
}

test.each([
	["WinEventLog:Microsoft-Windows-PowerShell/Operational", "PowerShell"],
	["XmlWinEventLog:Microsoft-Windows-Windows Defender/Operational", "Windows Defender"],
	["linux_secure", "Linux authentication log"],
	["Syslog:Linux-Sysmon/Operational", "Sysmon for Linux"],
	["zeek:dns:json", "Zeek"],
	["bro:http:json", "Zeek"],
	["pan:threat", "Palo Alto Networks"],
	["fgt_traffic", "Fortinet FortiGate"],
	["fortinet:fortigate:traffic", "Fortinet FortiGate"],
	["cisco:ios", "Cisco"],
	["cisco:duo:authentication", "Duo"],
	["aws:cloudwatchlogs:vpcflow", "AWS CloudWatch"],
	["aws:elb:accesslogs", "AWS load balancer"],
	["ms:aad:signin", "Entra ID sign-in"],
	["access_combined", "Web server"],
	["ms:iis:auto", "Web server"],
	["kube:audit", "Kubernetes audit"],
	["vmware:cb:event", "Carbon Black"],
	["vmware:esxlog", "VMware"],
	["pan:*", "Palo Alto Networks"],
])("the source type %s is of %s", (sourcetype, provider) => {
	expect(splunk(sourcetype)).toEqual([provider]);
});

test("a source type of no table is a log by its name, a word alone is none", () => {
	expect(splunk("acme:gate:log")).toEqual(["acme:gate:log"]);
	expect(splunk("acme")).toEqual([]);
	expect(splunk("acme:gate:log", "pan:traffic")).toEqual(["Palo Alto Networks"]);
});

test("an event code belongs to the channel that the source names", () => {
	const predicates = [
		...named("event.dataset", "XmlWinEventLog:Microsoft-Windows-PowerShell/Operational"),
		...named("event.code", 4104),
	];
	expect(nameEvents({ vendor: "splunk", predicates })).toEqual(["PowerShell/4104"]);
});
