import { describe, expect, test } from "vitest";
import type { Vendor } from "../../../../src/core/model/rule";
import { createFieldTable } from "../../../../src/core/taxonomy/fields/create-field-table";

const table = createFieldTable([]);

/** Lines of `source spelling canonical`, the source `-` where the query names none. */
function check(vendor: Vendor, lines: string): void {
	const cases = lines
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/));
	const found = cases.map(([source = "-", spelling = ""]) => [
		source,
		spelling,
		table.find(vendor, spelling, source === "-" ? null : source)?.id,
	]);
	expect(found).toEqual(cases);
}

describe("Sigma: a name goes by the log source's category", () => {
	test("what Sysmon says of a loaded file is not said of the process that loads it", () => {
		check(
			"sigma",
			`
			windows.process_creation Image process.executable
			windows.image_load Image process.executable
			windows.image_load ImageLoaded dll.path
			windows.image_load OriginalFileName dll.pe.original_file_name
			windows.image_load Description dll.pe.description
			windows.image_load Product dll.pe.product
			windows.image_load Company dll.pe.company
			windows.image_load FileVersion dll.pe.file_version
			windows.image_load Hashes dll.hash
			windows.image_load sha256 dll.hash
			windows.image_load Signed dll.code_signature.exists
			windows.process_creation OriginalFileName process.pe.original_file_name
			windows.process_creation Description process.pe.description
			windows.process_creation sha256 process.hash
			`,
		);
	});

	test("a driver is no module", () => {
		check(
			"sigma",
			`
			windows.driver_load ImageLoaded driver.path
			windows.driver_load Hashes driver.hash
			windows.driver_load Imphash driver.hash
			windows.driver_load Signed driver.code_signature.exists
			windows.driver_load Signature driver.code_signature.subject_name
			windows.driver_load SignatureStatus driver.code_signature.status
			`,
		);
	});

	test("files, registry, processes reaching into others", () => {
		check(
			"sigma",
			`
			windows.file_event TargetFilename file.path
			windows.file_delete Hashes file.hash
			windows.file_event md5 file.hash
			windows.file_rename SourceFilename file.original.path
			windows.registry_set TargetObject registry.path
			windows.registry_set Details registry.data
			windows.process_access SourceImage source_process.executable
			windows.process_access TargetImage target_process.executable
			windows.create_remote_thread StartModule thread.start_module
			windows.process_tampering Type process_tampering.type
			windows.pipe_created PipeName pipe.name
			windows.wmi_event Destination wmi.consumer
			`,
		);
	});

	test("Windows' own logs", () => {
		check(
			"sigma",
			`
			windows.security SubjectUserName user.name
			windows.security TargetUserName user.target.name
			windows.security SubjectLogonId logon.id
			windows.security TargetLogonId logon.target_id
			windows.security WorkstationName source.domain
			windows.security IpAddress source.ip
			windows.security Application process.executable
			windows.security NewProcessName process.executable
			windows.security ParentProcessName process.parent.executable
			windows.security NewValue registry.data
			azure.auditlogs NewValue cloud.modified_properties
			windows.windefend Value defender.value
			windows.wmi_event Name wmi.consumer_name
			windows.shell-core Name app.name_reported
			windows.sysmon_error Description message
			windows.firewall-as RuleName firewall.rule_name
			windows.sysmon RuleName event.rule_name
			windows.applocker TargetUser user.name
			windows.create_remote_thread TargetUser target_process.user.name
			windows.terminalservices-localsessionmanager Address source.ip
			windows.smbclient-connectivity Address smb.address
			windows.openssh payload message
			`,
		);
	});

	test("other products", () => {
		check(
			"sigma",
			`
			linux.auditd exe process.executable
			linux.auditd comm process.name
			linux.auditd name file.path
			linux.auditd type event.record_type
			linux.auditd uid user.id
			linux.auditd acct user.name
			linux.auditd addr source.ip
			zeek.smb_files name file.path
			zeek.conn service network.protocol
			zeek.kerberos service service.name
			zeek.kerberos cipher kerberos.ticket_encryption
			zeek.kerberos client user.name
			zeek.ssl cipher tls.cipher
			zeek.ssh client network.ssh.client
			zeek.dns query dns.question.name
			proxy c-uri url.full
			proxy cs-host destination.domain
			webserver sc-status http.response.status_code
			aws.cloudtrail eventType cloud.event_type
			aws.cloudtrail eventID event.id
			azure.signinlogs Location source.country
			okta.okta eventType event.action
			gcp.gcp.audit protoPayload.authenticationInfo.principalEmail user.email
			kubernetes.application.audit verb k8s.verb
			`,
		);
	});
});

describe("Elastic: ECS names say what they are about, but for drivers", () => {
	test("by event category", () => {
		check(
			"elastic",
			`
			library dll.path dll.path
			driver dll.path driver.path
			driver dll.name driver.name
			driver dll.hash.sha256 driver.hash
			driver dll.code_signature.trusted driver.code_signature.trusted
			library dll.code_signature.trusted dll.code_signature.trusted
			file file.path file.path
			process process.executable process.executable
			process process.parent.name process.parent.name
			network process.name process.name
			registry registry.data.strings registry.data
			`,
		);
	});

	test("the two ends of a TLS connection", () => {
		check(
			"elastic",
			`
			- tls.client.ja3 tls.ja3
			- tls.server.ja3s tls.ja3s
			- tls.client.x509.issuer.common_name tls.client.certificate
			- tls.server.x509.issuer.common_name tls.server.certificate
			- winlog.event_data.Application process.executable
			- client.nat.ip source.nat.ip
			- destination.user.name user.target.name
			- azure.auditlogs.properties.initiated_by.user.userPrincipalName user.email
			- azure.auditlogs.properties.initiated_by.app.displayName cloud.app.name
			`,
		);
	});
});

describe("Splunk: a field goes by its data model", () => {
	test("dest is the machine it happens on, or the far end of traffic", () => {
		check(
			"splunk",
			`
			Endpoint.Processes dest host.name
			Change.All_Changes dest host.name
			Network_Traffic.All_Traffic dest destination.domain
			Web dest destination.domain
			Network_Resolution.DNS dest destination.domain
			Network_Traffic.All_Traffic dvc observer.name
			- dest host.name
			`,
		);
	});

	test("the account that changes is not the one that is changed", () => {
		check(
			"splunk",
			`
			Change.Account_Management src_user user.name
			Change.Account_Management user user.target.name
			Change.All_Changes user user.name
			Authentication user user.name
			Email.All_Email src_user email.from.address
			`,
		);
	});

	test("words that several models share", () => {
		check(
			"splunk",
			`
			Web category url.category
			Malware.Malware_Attacks category threat.category
			- category event.category
			Intrusion_Detection signature_id threat.signature_id
			Authentication signature_id event.code
			Endpoint.Services status service.state
			Web status http.response.status_code
			Endpoint.Services description service.description
			Alerts.Alerts description message
			Network_Traffic.All_Traffic protocol network.type
			Network_Traffic.All_Traffic transport network.transport
			Email.All_Email file_hash email.attachments.hash
			Endpoint.Filesystem file_hash file.hash
			Endpoint.Processes process process.command_line
			Endpoint.Processes process_exec process.name
			Endpoint.Registry process_path process.executable
			Endpoint.Registry registry_value_text registry.data
			`,
		);
	});

	test("Windows' events as Splunk cuts them from their text", () => {
		check(
			"splunk",
			`
			- Process_Name process.executable
			- process_name process.name
			- New_Process_Name process.executable
			- Source_Network_Address source.ip
			- Account_Domain user.domain
			- Ticket_Encryption_Type kerberos.ticket_encryption
			`,
		);
	});
});

describe("Kusto: a column goes by its table", () => {
	test("Defender's initiating process is the parent of a new process, else the one that acts", () => {
		const columns = [
			["InitiatingProcessFileName", "process.parent.name", "process.name"],
			["InitiatingProcessFolderPath", "process.parent.executable", "process.executable"],
			["InitiatingProcessCommandLine", "process.parent.command_line", "process.command_line"],
			["InitiatingProcessId", "process.parent.pid", "process.pid"],
			["InitiatingProcessParentId", "process.grandparent.pid", "process.parent.pid"],
			["InitiatingProcessParentFileName", "process.grandparent.name", "process.parent.name"],
			["InitiatingProcessCreationTime", "process.parent.start", "process.start"],
			["InitiatingProcessParentCreationTime", "process.grandparent.start", "process.parent.start"],
			["InitiatingProcessSHA256", "process.parent.hash", "process.hash"],
			["InitiatingProcessFileSize", "process.parent.size", "process.size"],
			[
				"InitiatingProcessIntegrityLevel",
				"process.parent.integrity_level",
				"process.integrity_level",
			],
			[
				"InitiatingProcessTokenElevation",
				"process.parent.token_elevation",
				"process.token_elevation",
			],
			["InitiatingProcessLogonId", "process.parent.logon_id", "logon.id"],
			["InitiatingProcessSessionId", "process.parent.session_id", "process.session_id"],
			["InitiatingProcessAccountName", "process.parent.user.name", "user.name"],
			["InitiatingProcessAccountDomain", "process.parent.user.domain", "user.domain"],
			["InitiatingProcessAccountSid", "process.parent.user.id", "user.id"],
			[
				"InitiatingProcessSignatureStatus",
				"process.parent.code_signature.status",
				"process.code_signature.status",
			],
			[
				"InitiatingProcessVersionInfoOriginalFileName",
				"process.parent.pe.original_file_name",
				"process.pe.original_file_name",
			],
			[
				"InitiatingProcessVersionInfoProductVersion",
				"process.parent.pe.file_version",
				"process.pe.file_version",
			],
		];
		for (const [column = "", parent = "", actor = ""] of columns) {
			check("kusto", `DeviceProcessEvents ${column} ${parent}`);
			for (const other of ["File", "Network", "Registry", "ImageLoad"])
				check("kusto", `Device${other}Events ${column} ${actor}`);
			check("kusto", `DeviceEvents ${column} ${actor}`);
		}
	});

	test("bare columns", () => {
		check(
			"kusto",
			`
			DeviceProcessEvents FileName process.name
			DeviceProcessEvents FileSize process.size
			DeviceFileEvents FileName file.name
			DeviceFileEvents FileSize file.size
			DeviceImageLoadEvents FileName dll.name
			DeviceImageLoadEvents FileSize dll.size
			CloudProcessEvents FileName process.name
			CloudProcessEvents ParentProcessName process.parent.name
			CloudProcessEvents InitiatingProcessId process.parent.pid
			EmailAttachmentInfo SHA256 email.attachments.hash
			EmailPostDeliveryEvents Action email.delivery.action
			AlertInfo Category threat.category
			AzureActivity Category event.category
			AlertEvidence ResourceType resource.type
			`,
		);
	});

	test("who acts and who is acted on", () => {
		check(
			"kusto",
			`
			DeviceLogonEvents AccountName user.name
			DeviceLogonEvents InitiatingProcessAccountName process.user.name
			DeviceLogonEvents RemoteDeviceName source.domain
			DeviceLogonEvents Protocol logon.package
			DeviceEvents AccountName user.target.name
			DeviceEvents AccountSid user.target.id
			DeviceEvents InitiatingProcessAccountName user.name
			DeviceEvents RemoteDeviceName source.domain
			StorageBlobLogs AccountName resource.name
			SecurityEvent Application process.executable
			SigninLogs AppDisplayName cloud.app.name
			AuditLogs InitiatedBy.user.userPrincipalName user.email
			AuditLogs InitiatedBy.user.ipAddress source.ip
			AuditLogs InitiatedBy.other cloud.initiated_by
			SigninLogs LocationDetails.city source.city
			SigninLogs LocationDetails.countryOrRegion source.country
			SigninLogs Status.errorCode error.code
			`,
		);
	});

	test("which machine", () => {
		check(
			"kusto",
			`
			DeviceNetworkEvents DeviceName host.name
			IdentityLogonEvents DeviceName source.domain
			IdentityLogonEvents DestinationDeviceName destination.domain
			IdentityLogonEvents DestinationIPAddress destination.ip
			IdentityLogonEvents Port source.port
			IdentityLogonEvents Protocol logon.package
			IdentityQueryEvents Protocol network.protocol
			DeviceNetworkEvents Protocol network.transport
			CommonSecurityLog DeviceName observer.name
			`,
		);
	});

	test("Sentinel's information model, by any name of its parsers", () => {
		for (const source of ["imProcessCreate", "_Im_ProcessCreate", "ASimProcessEventLogs"])
			check(
				"kusto",
				`
				${source} TargetProcessName process.executable
				${source} ActingProcessName process.parent.executable
				${source} ParentProcessName process.grandparent.executable
				${source} TargetUsername user.name
				${source} ActorUsername process.parent.user.name
				${source} Hash process.hash
				`,
			);
		check(
			"kusto",
			`
			imFileEvent ActingProcessName process.executable
			_Im_RegistryEvent ActingProcessCommandLine process.command_line
			imRegistry ActorUsername user.name
			imFileEvent Hash file.hash
			_Im_Authentication TargetUsername user.target.name
			_Im_Authentication User user.target.name
			_Im_Authentication TargetIpAddr destination.ip
			_Im_Dns Domain dns.question.name
			_Im_WebSession EventResultDetails http.response.status_code
			_Im_Dns EventResultDetails error.code
			_Im_NetworkSession EventType event.type
			SecurityEvent ParentProcessName process.parent.executable
			`,
		);
	});
});

describe("YARA-L: a field goes by the event type", () => {
	test("the principal's process is the parent of a new one, reaches into another, or acts", () => {
		check(
			"yara-l",
			`
			PROCESS_LAUNCH principal.process.file.full_path process.parent.executable
			PROCESS_LAUNCH principal.process.file.names process.parent.name
			PROCESS_LAUNCH principal.process.parent_process.file.full_path process.grandparent.executable
			PROCESS_LAUNCH principal.process.product_specific_process_id process.parent.entity_id
			PROCESS_LAUNCH target.process.file.full_path process.executable
			PROCESS_LAUNCH src.process.file.full_path process.pe.original_file_name
			PROCESS_OPEN principal.process.file.full_path source_process.executable
			PROCESS_OPEN principal.process.command_line source_process.command_line
			PROCESS_OPEN target.process.file.full_path target_process.executable
			PROCESS_OPEN target.process.pid target_process.pid
			PROCESS_INJECTION principal.process.file.full_path source_process.executable
			PROCESS_MODULE_LOAD principal.process.file.full_path process.executable
			PROCESS_MODULE_LOAD target.file.names dll.name
			PROCESS_MODULE_LOAD target.process.file.sha256 dll.hash
			FILE_CREATION principal.process.file.full_path process.executable
			FILE_CREATION target.file.full_path file.path
			REGISTRY_MODIFICATION src.registry.registry_value_data registry.previous_data
			NETWORK_CONNECTION principal.process.file.full_path process.executable
			- principal.process.file.full_path process.executable
			- src.process.file.full_path source_process.executable
			`,
		);
	});

	test("users, machines, places", () => {
		check(
			"yara-l",
			`
			USER_LOGIN principal.user.userid user.name
			USER_LOGIN target.user.userid user.target.name
			USER_LOGIN target.asset.hostname destination.domain
			USER_LOGIN principal.ip_geo_artifact.location.city source.city
			USER_LOGIN principal.ip_geo_artifact.location.state source.region
			- security_result.attack_details.techniques.id alert.technique
			- security_result.category_details threat.category
			- security_result.rule_id alert.rule.id
			- extensions.auth.auth_details auth.details
			- network.tls.server.ja3s tls.ja3s
			`,
		);
	});
});
