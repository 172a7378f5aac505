import { expect, test } from "vitest";
import { named, nameEvents, resolveEvents } from "./event-builder";

function logsource(product: string | null, category: string | null, service: string | null = null) {
	return { logsource: { product, category, service } };
}

test("a category gives the main instance of its canonical event", () => {
	expect(resolveEvents(logsource("windows", "process_creation"))).toEqual([
		{ provider: "Sysmon", event: 1, title: "Process creation", id: "process.create" },
	]);
});

test.each([
	["windows", "pipe_created", ["Sysmon/17", "Sysmon/18"]],
	["windows", "registry_event", ["Sysmon/12", "Sysmon/13", "Sysmon/14"]],
	["windows", "registry_set", ["Sysmon/13"]],
	["windows", "wmi_event", ["Sysmon/19", "Sysmon/20", "Sysmon/21"]],
	["windows", "file_delete", ["Sysmon/23"]],
	["windows", "ps_script", ["PowerShell/4104"]],
	["windows", "ps_classic_start", ["Windows PowerShell/400"]],
	["windows", "file_rename", ["Kernel-File/27"]],
	["linux", "process_creation", ["Sysmon for Linux/1"]],
	["macos", "process_creation", ["Endpoint Security/exec"]],
	[null, "webserver", ["Web server"]],
	[null, "antivirus", ["Antivirus"]],
	["rpc_firewall", "application", ["RPC Firewall"]],
	["django", "application", ["Application log"]],
])("%s %s reads %j", (product, category, events) => {
	expect(nameEvents(logsource(product, category))).toEqual(events);
});

test("an id that the rule names is an event of its service's channel", () => {
	const found = resolveEvents({
		...logsource("windows", null, "security"),
		predicates: named("event.code", 4688, "4624"),
	});
	expect(found.map(({ provider, event, id }) => [provider, event, id])).toEqual([
		["Security", 4624, "logon.success"],
		["Security", 4688, "process.create"],
	]);
	expect(
		nameEvents({
			...logsource("windows", null, "taskscheduler"),
			predicates: named("event.code", 141),
		}),
	).toEqual(["TaskScheduler/141"]);
});

test("ids narrow a category", () => {
	expect(
		nameEvents({ ...logsource("windows", "registry_event"), predicates: named("event.code", 13) }),
	).toEqual(["Sysmon/13"]);
});

test("a rule that names no id reads the whole channel", () => {
	expect(resolveEvents(logsource("windows", null, "windefend"))).toEqual([
		{ provider: "Windows Defender", event: null, title: "Windows Defender events", id: null },
	]);
});

test("an unknown Windows service is its own provider", () => {
	expect(
		nameEvents({
			...logsource("windows", null, "some-new-log"),
			predicates: named("event.code", 7),
		}),
	).toEqual(["some-new-log/7"]);
});

test("a Windows id without a channel is found by its number, a small one is not", () => {
	expect(
		nameEvents({ ...logsource("windows", null), predicates: named("event.code", 7045) }),
	).toEqual(["System/7045"]);
	expect(nameEvents({ ...logsource("windows", null), predicates: named("event.code", 3) })).toEqual(
		["Windows event log"],
	);
	const module = { field: "StartModule", canonical: null, op: "exists", value: true } as const;
	const predicates = [...named("event.code", 8), module];
	expect(nameEvents({ ...logsource("windows", null), predicates })).toEqual(["Sysmon/8"]);
});

test("audit logs give the operations that the rule names", () => {
	expect(
		resolveEvents({
			...logsource("aws", null, "cloudtrail"),
			predicates: named("event.action", "ConsoleLogin"),
		}),
	).toEqual([
		{ provider: "AWS CloudTrail", event: "ConsoleLogin", title: "ConsoleLogin", id: "aws.api" },
	]);
	expect(nameEvents(logsource("kubernetes", "application", "audit"))).toEqual(["Kubernetes audit"]);
	expect(nameEvents(logsource("github", null, "audit"))).toEqual(["GitHub"]);
	expect(nameEvents(logsource("m365", null, "audit"))).toEqual(["Microsoft 365 audit"]);
});

test("auditd gives record types", () => {
	expect(
		resolveEvents({
			...logsource("linux", null, "auditd"),
			predicates: named("event.record_type", "EXECVE", "syscall"),
		}).map(({ event, title }) => [event, title]),
	).toEqual([
		["EXECVE", "Arguments of a started program"],
		["SYSCALL", "System call"],
	]);
});

test("a log that is not known is told by the names that the rule gives it", () => {
	const tell = (...names: Parameters<typeof logsource>) =>
		resolveEvents(logsource(...names)).map(({ provider, event, title }) => [
			provider,
			event,
			title,
		]);
	expect(tell("acme", null, "audit")).toEqual([["acme", null, "acme: audit"]]);
	expect(tell("acme", "acme")).toEqual([["acme", null, "acme"]]);
	expect(tell(null, "turnstile")).toEqual([["turnstile", null, "turnstile"]]);
	expect(tell(null, null)).toEqual([]);
	expect(nameEvents(logsource("vmware", null, "esxi"))).toEqual(["VMware"]);
	expect(nameEvents(logsource(null, "ids"))).toEqual(["Intrusion detection"]);
});
