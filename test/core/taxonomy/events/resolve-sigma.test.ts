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

test.each([
	["process_creation", 4688, "Security/4688"],
	["process_creation", 1, "Sysmon/1"],
	["process_creation", 7045, "System/7045"],
	["network_connection", 5156, "Security/5156"],
	["registry_event", 4657, "Security/4657"],
	["registry_event", 12, "Sysmon/12"],
	["ps_script", 4103, "PowerShell/4103"],
	["process_creation", 99_999, "Sysmon/99999"],
])("an id under the category %s belongs to the log that has it: %i", (category, code, event) => {
	const predicates = named("event.code", code);
	expect(nameEvents({ ...logsource("windows", category), predicates })).toEqual([event]);
	expect(nameEvents({ ...logsource(null, category), predicates })).toEqual([event]);
});

test.each([
	["windows", "process_creation", "security", ["Security/4688"]],
	["windows", "process_creation", "sysmon", ["Sysmon/1"]],
	["windows", "pipe_created", "sysmon", ["Sysmon/17", "Sysmon/18"]],
	["windows", "registry_set", "security", ["Security/4657"]],
	["windows", "process_creation", "taskscheduler", ["Sysmon/1"]],
	["linux", "process_creation", "auditd", ["auditd/EXECVE"]],
])("of %s %s a service chooses the log: %s", (product, category, service, events) => {
	expect(nameEvents(logsource(product, category, service))).toEqual(events);
});

test.each([
	["windows", "windows-defender", "Windows Defender"],
	["windows", "sysmon-operational", "Sysmon"],
	["windows", "task-scheduler", "TaskScheduler"],
	["linux", "sysmon", "Sysmon for Linux"],
	["linux", "secure", "Linux authentication log"],
	["macos", "jamf", "Jamf Protect"],
	["aws", "securityhub", "AWS Security Hub"],
	["suricata", "alert", "Suricata"],
])("of %s the service %s is %s", (product, service, provider) => {
	expect(nameEvents(logsource(product, null, service))).toEqual([provider]);
});

test("an id under a category is looked for in the service's log first", () => {
	const source = logsource("windows", "process_creation", "system");
	expect(nameEvents({ ...source, predicates: named("event.code", 7045, 104) })).toEqual([
		"System/104",
		"System/7045",
	]);
});

test("a service of a known product that has no table of its own tells the operations it names", () => {
	const source = logsource("auth0", null, "mfa");
	expect(nameEvents({ ...source, predicates: named("event.action", "gd_send_pn") })).toEqual([
		"Auth0/gd_send_pn",
	]);
	expect(resolveEvents(source)).toMatchObject([
		{ provider: "Auth0", event: null, title: "Auth0 event: mfa" },
	]);
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
