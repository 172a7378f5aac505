import { describe, expect, test } from "vitest";
import type { Vendor } from "../../../../src/core/model/rule";
import { createFieldTable } from "../../../../src/core/taxonomy/fields/create-field-table";

const table = createFieldTable([]);
const idOf = (vendor: Vendor, spelling: string, source: string | null = null) =>
	table.find(vendor, spelling, source)?.id;

describe("one field under all its names", () => {
	test.each<[string, [Vendor, string, string | null][]]>([
		[
			"process.command_line",
			[
				["sigma", "CommandLine", null],
				["elastic", "process.command_line", null],
				["elastic", "process.args", "process"],
				["splunk", "process", "Endpoint.Processes"],
				["kusto", "ProcessCommandLine", "DeviceProcessEvents"],
				["yara-l", "target.process.command_line", "PROCESS_LAUNCH"],
			],
		],
		[
			"process.parent.executable",
			[
				["sigma", "ParentImage", null],
				["elastic", "process.parent.executable", null],
				["splunk", "parent_process_path", "Endpoint.Processes"],
				["kusto", "InitiatingProcessFolderPath", "DeviceProcessEvents"],
				["yara-l", "principal.process.file.full_path", "PROCESS_LAUNCH"],
			],
		],
		[
			"registry.data",
			[
				["sigma", "Details", null],
				["elastic", "registry.data.strings", "registry"],
				["splunk", "registry_value_data", "Endpoint.Registry"],
				["kusto", "RegistryValueData", "DeviceRegistryEvents"],
				["yara-l", "target.registry.registry_value_data", "REGISTRY_MODIFICATION"],
			],
		],
	])("%s", (id, spellings) => {
		for (const [vendor, spelling, source] of spellings)
			expect([vendor, spelling, idOf(vendor, spelling, source)]).toEqual([vendor, spelling, id]);
	});
});

describe("a name that means several fields goes by its source", () => {
	test.each<[Vendor, string, string | null, string | undefined]>([
		["kusto", "FileName", "DeviceProcessEvents", "process.name"],
		["kusto", "FileName", "DeviceImageLoadEvents", "dll.name"],
		["kusto", "FileName", "EmailAttachmentInfo", "email.attachments.name"],
		["kusto", "FileName", "DeviceFileEvents", "file.name"],
		["kusto", "FolderPath", "DeviceProcessEvents", "process.executable"],
		["kusto", "FolderPath", "DeviceFileEvents", "file.path"],
		["kusto", "SHA256", "DeviceProcessEvents", "process.hash"],
		["kusto", "SHA256", "DeviceImageLoadEvents", "dll.hash"],
		["kusto", "SHA256", "DeviceFileEvents", "file.hash"],
		["kusto", "InitiatingProcessFileName", "DeviceProcessEvents", "process.parent.name"],
		["kusto", "InitiatingProcessFileName", "DeviceNetworkEvents", "process.name"],
		["kusto", "InitiatingProcessParentFileName", "DeviceProcessEvents", "process.grandparent.name"],
		["kusto", "InitiatingProcessParentFileName", "DeviceFileEvents", "process.parent.name"],
		["kusto", "RemoteIP", "DeviceNetworkEvents", "destination.ip"],
		["kusto", "RemoteIP", "DeviceLogonEvents", "source.ip"],
		["kusto", "Title", "SecurityIncident", "incident.title"],
		["kusto", "Title", "AlertInfo", "alert.name"],
		["yara-l", "principal.process.command_line", "PROCESS_LAUNCH", "process.parent.command_line"],
		["yara-l", "principal.process.command_line", "NETWORK_CONNECTION", "process.command_line"],
		["yara-l", "target.process.file.full_path", "PROCESS_OPEN", "target_process.executable"],
		["splunk", "action", "Change.All_Changes", "event.type"],
		["splunk", "action", "Endpoint.Filesystem", "event.type"],
		["splunk", "action", "Authentication", "event.outcome"],
		["splunk", "status", "Web", "http.response.status_code"],
		["splunk", "status", "Change", "event.outcome"],
		["sigma", "Hashes", "windows.image_load", "dll.hash"],
		["sigma", "Hashes", "windows.process_creation", "process.hash"],
		["sigma", "name", "linux.auditd", "file.path"],
		["sigma", "Signature", "antivirus", "threat.signature"],
		["sigma", "Signature", "windows.image_load", "dll.code_signature.subject_name"],
	])("%s %s in %s is %s", (vendor, spelling, source, id) => {
		expect(idOf(vendor, spelling, source)).toBe(id);
	});

	test("what holds everywhere else is meant where the source is unknown", () => {
		expect(idOf("kusto", "FileName")).toBe("file.name");
		expect(idOf("yara-l", "principal.process.command_line")).toBe("process.command_line");
	});

	test("a name bound to sources means nothing in others", () => {
		expect(idOf("splunk", "record_type", "Network_Resolution.DNS")).toBe("dns.question.type");
		expect(idOf("kusto", "Process", "DeviceInfo")).toBeUndefined();
		expect(idOf("splunk", "name", "Alerts.Alerts")).toBe("threat.signature");
		expect(idOf("splunk", "name")).toBeUndefined();
	});
});

describe("spellings", () => {
	test("letter case matters only where two names differ in nothing else", () => {
		expect(idOf("sigma", "commandline")).toBe("process.command_line");
		expect(idOf("sigma", "status", "aws.cloudtrail")).toBe("event.outcome");
		expect(idOf("sigma", "Status", "windows.security")).toBe("error.code");
	});

	test.each(["text", "keyword", "caseless"])("Elastic's .%s is the field itself", (suffix) => {
		expect(idOf("elastic", `process.name.${suffix}`)).toBe("process.name");
		expect(idOf("kusto", `FileName.${suffix}`)).toBeUndefined();
	});

	test("the mark of an array leaves the field what it is", () => {
		expect(idOf("splunk", "sourceIPs{}")).toBe("source.ip");
		expect(idOf("yara-l", "target.ip[0]")).toBe(idOf("yara-l", "target.ip"));
	});

	test("a prefix stands for what is below it, at the end of a part only", () => {
		expect(idOf("splunk", "requestParameters.policyArn")).toBe("cloud.request_parameters");
		expect(idOf("sigma", "requestParameters")).toBe("cloud.request_parameters");
		expect(idOf("elastic", "process.hash.sha256")).toBe("process.hash");
		expect(idOf("yara-l", 'target.resource.attribute.labels["a.b"]')).toBe("resource.labels");
		expect(idOf("splunk", "requestParametersFoo")).toBeUndefined();
	});

	test("a name of a million parts is no field, and costs no more than its length", () => {
		expect(idOf("elastic", "a.".repeat(1_000_000))).toBeUndefined();
		expect(idOf("splunk", `requestParameters${".a".repeat(1_000_000)}`)).toBe(
			"cloud.request_parameters",
		);
	});

	test("Windows' event data carry one name through every vendor", () => {
		expect(idOf("elastic", "winlog.event_data.TargetUserName")).toBe("user.target.name");
		expect(idOf("splunk", "TargetUserName")).toBe("user.target.name");
		expect(idOf("kusto", "TargetUserName", "SecurityEvent")).toBe("user.target.name");
	});

	test("Windows' event data may stand in Elastic under their own names", () => {
		expect(idOf("elastic", "EventID")).toBe("event.code");
		expect(idOf("elastic", "event_id")).toBe("event.code");
		expect(idOf("elastic", "event_data.Image")).toBe("process.executable");
		expect(idOf("elastic", "ScriptBlockText.keyword")).toBe("powershell.script_block_text");
		expect(idOf("elastic", "winlog.event_data.Nothing.keyword")).toBeUndefined();
		expect(idOf("elastic", "Nothing")).toBeUndefined();
	});

	test("Sigma may use ECS's names", () => {
		expect(idOf("sigma", "destination.port")).toBe("destination.port");
	});

	test("Sigma may number the items of a list", () => {
		const privileged = "requestObject.spec.containers.0.securityContext.privileged";
		expect(idOf("sigma", privileged)).toBe("container.privileged");
		expect(idOf("sigma", privileged.replace(".0.", "[0]."))).toBe("container.privileged");
		expect(idOf("sigma", "CommandLine[0]")).toBe("process.command_line");
		expect(idOf("sigma", "[0]")).toBeUndefined();
	});

	test.each(["", " ", "*", ".", "__proto__", "constructor", "nothing.known", "@", "[[[["])(
		"%j is no field",
		(spelling) => {
			for (const vendor of ["sigma", "elastic", "splunk", "kusto", "yara-l"] as const)
				expect(idOf(vendor, spelling, "__proto__")).toBeUndefined();
		},
	);
});

describe("roles", () => {
	test.each([
		["event.code", "routing"],
		["event.dataset", "routing"],
		["event.category", "routing"],
		["host.os.type", "routing"],
		["@timestamp", "time"],
		["event.action", "indicator"],
		["process.command_line", "indicator"],
	])("%s is %s", (id, role) => {
		expect(table.get(id)?.role).toBe(role);
	});
});

describe("a person's rows", () => {
	const own = createFieldTable([
		{
			id: "door.badge",
			label: "Badge",
			spellings: { splunk: ["badge_id"], kusto: ["Id_s@Doors"] },
		},
		{ id: "process.command_line", label: undefined, spellings: { splunk: ["argv"] } },
		{ id: "file.path", label: "Path", spellings: { kusto: ["FileName"] } },
	]);

	test("add a field", () => {
		expect(own.find("splunk", "badge_id", null)).toEqual({
			...{ id: "door.badge", label: "Badge", type: "text", role: "indicator", facet: null },
		});
		expect(own.find("kusto", "Id_s", "Doors")?.id).toBe("door.badge");
		expect(own.find("kusto", "Id_s", "Windows")).toBeUndefined();
		expect(own.fields.some(({ id }) => id === "door.badge")).toBe(true);
	});

	test("add a spelling to a known field, whose label and type stay", () => {
		expect(own.find("splunk", "argv", null)).toEqual(table.get("process.command_line"));
		expect(own.find("sigma", "CommandLine", null)?.label).toBe("CommandLine");
	});

	test("win over ours, labels too", () => {
		expect(own.find("kusto", "FileName", "DeviceProcessEvents")?.label).toBe("Path");
		expect(own.find("sigma", "TargetFilename", null)?.label).toBe("Path");
	});
});
