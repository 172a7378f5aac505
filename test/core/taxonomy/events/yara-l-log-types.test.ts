import { expect, test } from "vitest";
import type { EventEvidence } from "../../../../src/core/model/event";
import { named, nameEvents } from "./event-builder";

function read(logType: string, predicates: EventEvidence["predicates"] = []): readonly string[] {
	return nameEvents({
		vendor: "yara-l",
		predicates: [...named("event.dataset", logType), ...predicates],
	});
}

test.each([
	["PAN_FIREWALL", "Palo Alto Networks"],
	["ZSCALER_WEBPROXY", "Proxy"],
	["BRO_JSON", "Zeek"],
	["FORTINET_FIREWALL", "Fortinet FortiGate"],
	["DUO_AUTH", "Duo"],
	["WINDOWS_DNS", "DNS-Server"],
	["LINUX_SYSMON", "Sysmon for Linux"],
	["WINDOWS_SYSMON", "Sysmon"],
	["WINEVTLOG", "Windows event log"],
	["CS_EDR", "CrowdStrike Falcon"],
])("a rule that names the log type %s alone reads %s", (logType, provider) => {
	expect(read(logType)).toEqual([provider]);
});

test("what a rule says of the event tells more than a log that holds all kinds", () => {
	expect(read("WINEVTLOG", named("event.action", "4688"))).toEqual(["Security/4688"]);
	expect(read("WINEVTLOG", named("event.category", "PROCESS_LAUNCH"))).toEqual(["Sysmon/1"]);
	expect(read("CS_EDR", named("event.category", "PROCESS_LAUNCH"))).toEqual(["Sysmon/1"]);
	expect(read("LINUX_SYSMON", named("event.action", "1"))).toEqual(["Sysmon for Linux/1"]);
});
