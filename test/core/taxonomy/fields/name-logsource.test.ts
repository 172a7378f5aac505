import { expect, test } from "vitest";
import { nameLogsource } from "../../../../src/core/taxonomy/fields/name-logsource";

test.each([
	["windows", "process_creation", null, "windows.process_creation"],
	["linux", null, "auditd", "linux.auditd"],
	["kubernetes", "application", "audit", "kubernetes.application"],
	[null, "antivirus", null, "antivirus"],
	[null, null, null, null],
])("%s %s %s is %s", (product, category, service, name) => {
	expect(nameLogsource({ product, category, service })).toBe(name);
});
