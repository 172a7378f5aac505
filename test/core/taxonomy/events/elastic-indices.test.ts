import { expect, test } from "vitest";
import type { EventEvidence } from "../../../../src/core/model/event";
import { named, nameEvents } from "./event-builder";

function elastic(part: Partial<EventEvidence>): readonly string[] {
	return nameEvents({ vendor: "elastic", ...part });
}

const network: EventEvidence["sources"] = [{ kind: "event-category", name: "network" }];

test.each([
	"logs-suricata.eve-*",
	"logs-suricata.eve-default",
	"logs-suricata.eve-default*",
	"emea:logs-suricata.eve-*",
	"*:logs-suricata.eve-*",
	".ds-logs-suricata.eve-default-2024.01.26-000001",
])("the index %s names its dataset", (index) => {
	expect(elastic({ tables: [index] })).toEqual(["Suricata"]);
	expect(elastic({ sources: [{ kind: "index", name: index }] })).toEqual(["Suricata"]);
});

test("a rule that reads one log alone has that log's events, one that reads others too its category's", () => {
	const tables = ["logs-suricata.eve-default", "-logs-suricata.eve-lab"];
	expect(elastic({ tables, sources: network })).toEqual(["Suricata"]);
	expect(elastic({ tables: [...tables, "packetbeat-*"], sources: network })).toEqual(["Sysmon/3"]);
	expect(elastic({ tables: ["logs-endpoint.events.*"], sources: network })).toEqual(["Sysmon/3"]);
});

test.each([
	["process", "linux", ["Sysmon for Linux/1"]],
	["file", "linux", ["Sysmon for Linux/11"]],
	["network", "windows", ["Sysmon/3"]],
	["registry", "windows", ["Sysmon/13"]],
	["security", "windows", ["Security/4624"]],
])("the dataset of Elastic Defend's %s events tells their category on %s", (name, os, events) => {
	const sources: EventEvidence["sources"] = [
		{ kind: "index", name: `logs-endpoint.events.${name}-*` },
	];
	expect(elastic({ sources, predicates: named("host.os.type", os) })).toEqual(events);
});

test("a category that the query names says more than its index", () => {
	const predicates = [...named("host.os.type", "linux"), ...named("event.category", "file")];
	const sources: EventEvidence["sources"] = [
		{ kind: "index", name: "logs-endpoint.events.process-*" },
	];
	expect(elastic({ sources, predicates })).toEqual(["Sysmon for Linux/11"]);
});

test.each([
	[["success"], ["Security/4624"]],
	[["failure"], ["Security/4625"]],
	[
		["failure", "success"],
		["Security/4624", "Security/4625"],
	],
])("authentication with the outcomes %j", (outcomes, events) => {
	const sources: EventEvidence["sources"] = [{ kind: "event-category", name: "authentication" }];
	expect(elastic({ sources, predicates: named("event.outcome", ...outcomes) })).toEqual(events);
});

test.each([
	["aws.elb_logs", "AWS load balancer"],
	["aws.firewall_logs", "AWS Network Firewall"],
	["aws.waf", "Web application firewall"],
	["aws.route53_resolver_logs", "DNS log"],
	["azure.provisioning", "Entra ID audit"],
	["gcp.vpcflow", "Network connections"],
	["windows.applocker_exe_and_dll", "AppLocker"],
	["microsoft_dhcp.log", "DHCP-Server"],
	["cisco_ftd.log", "Cisco"],
	["zscaler_zia.web", "Proxy"],
	["tenable_io.vulnerability", "Vulnerability scan"],
])("the data stream %s is of %s", (dataset, provider) => {
	expect(elastic({ tables: [`logs-${dataset}-*`] })).toEqual([provider]);
});

test("a dataset of no table is a log by its name, with the operations that the rule names", () => {
	const tables = ["logs-jumpcloud.events-*"];
	expect(elastic({ tables })).toEqual(["jumpcloud.events"]);
	expect(elastic({ tables, predicates: named("event.action", "user_login") })).toEqual([
		"jumpcloud.events/user_login",
	]);
	expect(elastic({ tables: ["filebeat-*", "logs-*", "logs-jumpcloud*"] })).toEqual([]);
});
