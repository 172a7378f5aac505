import { describe, expect, test } from "vitest";
import type { EventEvidence } from "../../../../src/core/model/event";
import { named, nameEvents, resolveEvents } from "./event-builder";

function source(kind: EventEvidence["sources"][number]["kind"], ...names: readonly string[]) {
	return names.map((name) => ({ kind, name }));
}

describe("Elastic", () => {
	const elastic = (part: Partial<EventEvidence>) => nameEvents({ vendor: "elastic", ...part });
	const windows = named("host.os.type", "windows");

	test.each([
		["process", "start", "Sysmon/1"],
		["process", "end", "Sysmon/5"],
		["file", "deletion", "Sysmon/23"],
		["registry", "change", "Sysmon/13"],
		["library", "start", "Sysmon/7"],
	])("%s with event.type %s reads %s", (category, type, event) => {
		const predicates = [...windows, ...named("event.type", type)];
		expect(elastic({ sources: source("event-category", category), predicates })).toEqual([event]);
		const filtered = [...predicates, ...named("event.category", category)];
		expect(elastic({ predicates: filtered })).toEqual([event]);
	});

	test("the operating system decides whose event it is", () => {
		const sources = source("event-category", "process");
		expect(elastic({ sources, predicates: named("host.os.type", "linux") })).toEqual([
			"Sysmon for Linux/1",
		]);
		expect(elastic({ sources, predicates: named("host.os.type", "macos") })).toEqual([
			"Endpoint Security/exec",
		]);
	});

	test("an event code comes before the category", () => {
		expect(
			elastic({
				sources: source("event-category", "process"),
				predicates: [...windows, ...named("event.code", "4688")],
			}),
		).toEqual(["Security/4688"]);
		expect(
			elastic({
				predicates: named("event.code", "10"),
				tables: ["logs-windows.sysmon_operational-*"],
			}),
		).toEqual(["Sysmon/10"]);
	});

	test("a low event code says nothing by itself; data of Sysmon's make it Sysmon's", () => {
		const code = named("event.code", "10");
		expect(elastic({ predicates: code })).toEqual([]);
		const target = { field: "winlog.event_data.TargetImage", canonical: null } as const;
		const predicates = [...code, { ...target, op: "ends_with", value: "lsass.exe" } as const];
		expect(elastic({ predicates })).toEqual(["Sysmon/10"]);
		expect(elastic({ predicates: [...predicates, ...named("host.os.type", "linux")] })).toEqual([]);
	});

	test("an audit log's dataset comes first, with its operations", () => {
		const predicates = [
			...named("event.dataset", "aws.cloudtrail"),
			...named("event.action", "CreateUser"),
		];
		expect(elastic({ predicates })).toEqual(["AWS CloudTrail/CreateUser"]);
		expect(elastic({ tables: ["filebeat-*", "logs-okta.system-*"] })).toEqual(["Okta"]);
	});

	test("a machine learning rule names its data in its metadata", () => {
		expect(elastic({ dataSources: ["Elastic Defend"] })).toEqual(["Elastic Defend"]);
	});

	test("a name lookup is not a connection", () => {
		const sources = source("event-category", "network");
		expect(
			elastic({ sources, predicates: [...windows, ...named("dns.question.name", "a.b")] }),
		).toEqual(["Sysmon/22"]);
		expect(
			elastic({ sources, predicates: [...windows, ...named("destination.port", 445)] }),
		).toEqual(["Sysmon/3"]);
	});
});

describe("Splunk", () => {
	const splunk = (part: Partial<EventEvidence>) => nameEvents({ vendor: "splunk", ...part });

	test("an index that a site calls endpoint is not Elastic's", () => {
		expect(splunk({ sources: source("index", "endpoint") })).toEqual([]);
		expect(splunk({ sources: source("index", "o365") })).toEqual(["Microsoft 365 audit"]);
	});

	test("a code counts beside the macro of its channel", () => {
		const predicates = named("event.code", 7);
		expect(splunk({ sources: source("macro", "sysmon"), predicates })).toEqual(["Sysmon/7"]);
		expect(splunk({ predicates })).toEqual([]);
		expect(splunk({ predicates: named("event.code", 4625) })).toEqual(["Security/4625"]);
	});

	test("a data model gives its canonical event, as the metadata lists it where it does", () => {
		const sources = source("data-model", "Endpoint.Processes");
		expect(splunk({ sources })).toEqual(["Sysmon/1"]);
		expect(
			splunk({
				sources,
				dataSources: ["Windows Event Log Security 4688", "Sysmon EventID 1", "Sysmon EventID 22"],
			}),
		).toEqual(["Security/4688", "Sysmon/1"]);
	});

	test.each([
		["Sysmon EventID 1 AND Sysmon EventID 11", ["Sysmon/1", "Sysmon/11"]],
		["NTLM Operational 8004,8005", ["NTLM/8004", "NTLM/8005"]],
		["AWS CloudTrail ConsoleLogin", ["AWS CloudTrail/ConsoleLogin"]],
		["Linux Auditd Service Stop", ["auditd/SERVICE_STOP"]],
		["Azure Active Directory Sign-in activity", ["Entra ID sign-in"]],
		["Something unheard of", []],
	])("the data source %s is %j", (name, events) => {
		expect(splunk({ dataSources: [name] })).toEqual(events);
	});

	test("a macro names a log", () => {
		expect(
			splunk({
				sources: source("macro", "o365_management_activity"),
				predicates: named("event.action", "New-InboxRule"),
			}),
		).toEqual(["Microsoft 365 audit/New-InboxRule"]);
	});
});

describe("Kusto", () => {
	test("a parser of ASIM reads its schema's events, under any of its names", () => {
		for (const name of ["_Im_Dns", "_ASim_Dns", "imDns", "vimDns"])
			expect(resolveEvents({ vendor: "kusto", sources: source("function", name) })).toMatchObject([
				{ provider: name, event: null, title: "DNS query (any)" },
			]);
	});
	const kusto = (part: Partial<EventEvidence>) => nameEvents({ vendor: "kusto", ...part });

	test("a table is narrowed by the action types that are its own", () => {
		const sources = source("table", "DeviceFileEvents", "DeviceNetworkEvents");
		expect(kusto({ sources, predicates: named("event.action", "FileRenamed") })).toEqual([
			"DeviceFileEvents/FileRenamed",
			"DeviceNetworkEvents",
		]);
		expect(
			resolveEvents({
				vendor: "kusto",
				sources: source("table", "DeviceFileEvents"),
				predicates: named("event.action", "FileCreated"),
			}),
		).toEqual([
			{
				provider: "DeviceFileEvents",
				event: "FileCreated",
				title: "File created",
				id: "file.create",
			},
		]);
	});

	test("a known action type is meant by a part that is the whole of it", () => {
		const predicates = [
			{ field: "ActionType", canonical: "event.action", op: "contains", value: "RegistryValueSet" },
		] as const;
		expect(kusto({ sources: source("table", "DeviceRegistryEvents"), predicates })).toEqual([
			"DeviceRegistryEvents/RegistryValueSet",
		]);
	});

	test("Windows' tables go by the event id", () => {
		expect(
			kusto({ sources: source("table", "SecurityEvent"), predicates: named("event.code", 4662) }),
		).toEqual(["Security/4662"]);
	});

	test("what users and devices are is no event, unless nothing else is read", () => {
		expect(kusto({ sources: source("table", "SigninLogs", "IdentityInfo") })).toEqual([
			"Entra ID sign-in",
		]);
		expect(kusto({ sources: source("table", "IdentityInfo") })).toEqual(["Identity state"]);
	});
});

describe("YARA-L", () => {
	const yara = (part: Partial<EventEvidence>) => nameEvents({ vendor: "yara-l", ...part });

	test("a UDM event type gives the canonical event's main instance", () => {
		expect(yara({ sources: source("event-type", "PROCESS_LAUNCH") })).toEqual(["Sysmon/1"]);
		expect(yara({ predicates: named("event.category", "REGISTRY_MODIFICATION") })).toEqual([
			"Sysmon/13",
		]);
		expect(yara({ sources: source("event-type", "STATUS_UPDATE") })).toEqual(["UDM/STATUS_UPDATE"]);
	});

	test("a product's own event types come before UDM's", () => {
		expect(
			yara({
				sources: source("event-type", "USER_LOGIN"),
				predicates: [
					...named("observer.product", "AWS CloudTrail"),
					...named("event.action", "ConsoleLogin"),
				],
			}),
		).toEqual(["AWS CloudTrail/ConsoleLogin"]);
	});

	test("product event types that are numbers are Windows'", () => {
		expect(yara({ predicates: named("event.action", "1", "4688") })).toEqual([
			"Security/4688",
			"Sysmon/1",
		]);
	});

	test("a rule that names no event is told by the fields it alone can have", () => {
		expect(yara({ predicates: named("registry.path", "x") })).toEqual(["Sysmon/13"]);
		expect(yara({ predicates: named("user.name", "x") })).toEqual([]);
	});
});

describe("Kusto, over several tables", () => {
	const kusto = (part: Partial<EventEvidence>) => nameEvents({ vendor: "kusto", ...part });
	const of = (table: string, ...actions: readonly string[]) =>
		named("event.action", ...actions).map((predicate) => ({ ...predicate, source: table }));

	test("an operation belongs to the table that is asked for it", () => {
		const sources = source("table", "AuditLogs", "OfficeActivity");
		const predicates = [
			...of("AuditLogs", "Update user"),
			...of("OfficeActivity", "New-InboxRule"),
		];
		expect(kusto({ sources, predicates })).toEqual([
			"Entra ID audit/Update user",
			"Microsoft 365 audit/New-InboxRule",
		]);
	});

	test("one that no table is known for counts for each", () => {
		const sources = source("table", "AuditLogs", "OfficeActivity");
		expect(kusto({ sources, predicates: named("event.action", "Update user") })).toEqual([
			"Entra ID audit/Update user",
			"Microsoft 365 audit/Update user",
		]);
	});

	test("a table that is not known is a log of its own; a function or a broken word is none", () => {
		expect(kusto({ sources: source("table", "Doors_CL", "Doors", "where", "Device*") })).toEqual([
			"Doors",
			"Doors_CL",
		]);
		expect(kusto({ sources: source("function", "UnifiedSignIns") })).toEqual([]);
		expect(
			kusto({ sources: source("table", "DeviceFileCertificateInfo", "DeviceEvents") }),
		).toEqual(["DeviceEvents"]);
	});
});
