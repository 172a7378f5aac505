import { describe, expect, it } from "vitest";
import { deriveExpectations } from "../../../../src/core/notes/runbook/derive-expectations";
import { buildTest } from "./runbook-fixtures";

const derive = (platforms: readonly string[], name: string, command: string) =>
	deriveExpectations(
		buildTest({
			platforms,
			executor: { name, command, cleanup: "", elevationRequired: false },
			inputs: [{ name: "tool", description: "", type: "path", default: "C:\\x\\AdFind.exe" }],
		}),
	);

describe("what a test should show", () => {
	it("is derived from the programs and the deeds of its command", () => {
		expect(derive(["windows"], "command_prompt", '"#{tool}" -f\nreg add HKLM\\x /d 1')).toEqual({
			signal: "cmd.exe starts AdFind, reg; the registry is changed or read",
			events: [
				"Sysmon 1 or Security 4688 (process created)",
				"Sysmon 12, 13, 14 (registry object changed)",
				"Security 4657 (registry value modified)",
			],
		});
		expect(derive(["linux"], "bash", "sudo /usr/sbin/useradd x").events).toContain(
			"auditd ADD_USER, USER_MGMT (account changed)",
		);
	});

	it("names the calls of a cloud", () => {
		expect(derive(["iaas:aws"], "sh", "aws iam create-user --user-name x")).toEqual({
			signal: "iam:CreateUser is called through sh",
			events: ["CloudTrail (iam:CreateUser)"],
		});
	});

	it("of manual steps is the platform's ground alone, and nothing of an unknown one", () => {
		expect(derive(["macos"], "manual", "Open a window")).toEqual({
			signal: "",
			events: ["Endpoint Security EXEC (program executed)"],
		});
		expect(derive(["plan9"], "", "x")).toEqual({ signal: "", events: [] });
	});

	it("holds nothing of a command but plain names", () => {
		const { signal } = derive(["linux"], "sh", "<%x%> a\n[[b]] c\n`d` e\n$(dv.e) f\nok g");
		expect(signal).not.toMatch(/[<>[\]`$%]/);
	});
});
