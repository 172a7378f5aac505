import { expect, test } from "vitest";
import type { Vendor } from "../../../../src/core/model/rule";
import { createFieldTable } from "../../../../src/core/taxonomy/fields/create-field-table";

const table = createFieldTable([]);

// Names from the schemas that the tables of fields cite.
test.each<[Vendor, string, string | null, string]>([
	["elastic", "process.ppid", null, "process.parent.pid"],
	["elastic", "process.thread.Ext.call_stack_summary", null, "process.call_stack"],
	[
		"elastic",
		"process.thread.Ext.call_stack_contains_unbacked",
		null,
		"process.call_stack.is_unbacked",
	],
	[
		"elastic",
		"process.thread.Ext.call_stack_final_user_module.name",
		null,
		"process.call_stack.module.name",
	],
	["elastic", "process.thread.Ext.call_stack.symbol_info", null, "process.call_stack"],
	["elastic", "process.Ext.api.parameters.protection", null, "process.api.parameters"],
	["elastic", "process.Ext.token.integrity_level_name", null, "process.integrity_level"],
	["elastic", "process.Ext.token.sid", null, "process.token"],
	["elastic", "winlog.logon.failure.sub_status", null, "error.code"],
	["elastic", "github.org", null, "organization.name"],
	["elastic", "gcp.audit.request_metadata.caller_ip", null, "source.ip"],
	["elastic", "azure.signinlogs.properties.unique_token_identifier", null, "auth.token_id"],
	["elastic", "o365.audit.SourceFileName", null, "file.name"],
	["elastic", "aws.eks.audit.objectRef.resource", null, "k8s.resource"],
	["elastic", "aws.cloudtrail.user_identity.on_behalf_of.user_id", null, "user.id"],
	["elastic", "command_line", null, "process.command_line"],
	["sigma", "RpcCallClientLocality", "windows.security", "task.rpc_locality"],
	["sigma", "UtcTime", "windows.sysmon", "@timestamp"],
	["sigma", "QNAME", "windows.dns-server-analytic", "dns.question.name"],
	["sigma", "ipaddr", "onelogin.onelogin.events", "source.ip"],
	["sigma", "ses", "linux.auditd", "logon.id"],
	["sigma", "jobTitle", "windows.bits-client", "bits.job_title"],
	["sigma", "eventtype", "okta.okta", "event.action"],
	["sigma", "data.type", "auth0.mfa", "event.action"],
	["sigma", "data.user_name", "auth0.signup", "user.name"],
	["sigma", "data.ip", "auth0.signup", "source.ip"],
	["sigma", "attributes.action", "atlassian.audit", "event.action"],
	["sigma", "target_user.email", "1password.1password", "user.email"],
	["sigma", "input", "cowrie.application", "process.command_line"],
	["sigma", "eventid", "cowrie.application", "event.action"],
	["sigma", "mailfrom", "zeek.smtp", "email.from.address"],
	["sigma", "x_originating_ip", "zeek.smtp", "network.forwarded_ip"],
	["sigma", "keyboard_layout", "zeek.rdp", "network.rdp"],
	["sigma", "auth_attempts", "zeek.ssh", "network.ssh.attempts"],
	["elastic", "zeek.connection.local_orig", null, "source.is_local"],
	["sigma", "srcip", "fortigate.event", "source.ip"],
	["sigma", "logid", "fortigate.event", "event.code"],
	["sigma", "remote_addr", "nginx.access", "source.ip"],
	["sigma", "ClientRequestURI", "cloudflare.http", "url.full"],
	["sigma", "author_name", "gitlab.audit", "user.name"],
	["sigma", "TokenIssuerType", "azure.signinlogs", "auth.token_issuer"],
	["sigma", "SubscriptionId", "azure.activitylogs", "cloud.account.id"],
	["kusto", "UserWorkstations", "SecurityEvent", "user.workstations"],
	["splunk", "KeyFilePath", null, "crypto.key_file"],
	[
		"elastic",
		"kubernetes.audit.requestObject.spec.containers.securityContext.capabilities.add",
		null,
		"container.capabilities",
	],
	[
		"elastic",
		"kubernetes.audit.requestObject.spec.containers.securityContext.privileged",
		null,
		"container.privileged",
	],
])("%s: %s in %s is %s", (vendor, name, source, field) => {
	expect(table.find(vendor, name, source)?.id).toBe(field);
});

test("Sigma rules may write fields as ECS or CIM does", () => {
	const names = ["process.command_line", "dest_ip", "src_user", "http_method", "process_path"];
	expect(names.map((name) => table.find("sigma", name, "proxy")?.id)).toEqual([
		"process.command_line",
		"destination.ip",
		"user.name",
		"http.request.method",
		"process.executable",
	]);
	expect(table.find("sigma", "Image", null)?.id).toBe("process.executable");
});

test("columns of a log's table are names in that log alone", () => {
	expect(table.find("sigma", "TokenIssuerType", "windows.security")).toBeUndefined();
	expect(table.find("sigma", "from", "windows.security")).toBeUndefined();
});
