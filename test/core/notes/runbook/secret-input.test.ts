import { describe, expect, it } from "vitest";
import { isSecretInput, isSecretValue } from "../../../../src/core/notes/runbook/secret-input";
import { buildTest, draft } from "./runbook-fixtures";

describe("an input takes a secret", () => {
	it.each(["password", "vm_pass", "new_user_password", "apiKey", "session-token", "ntlm", "key"])(
		"where its name says so: %s",
		(name) => expect(isSecretInput(name, "string")).toBe(true),
	);

	it.each([
		"registry_key",
		"subkey_added",
		"password_file",
		"passwords_path",
		"session_id",
		"auth_username",
		"hashcat_exe",
		"bypass",
		"host",
	])("and not where it says something else: %s", (name) =>
		expect(isSecretInput(name, "string")).toBe(false),
	);

	it("unless its type is that of something else", () => {
		expect(isSecretInput("password", "Path")).toBe(false);
		expect(isSecretInput("token_ttl", "integer")).toBe(false);
	});
});

it("a default that says that there is none, a path or a checksum is no secret", () => {
	const values = ["", "n/a", "None", "PathToAtomicsFolder\\x", "/etc/shadow", "a".repeat(64)];
	expect(values.filter((value) => isSecretValue("password", "string", value))).toEqual([]);
	expect(isSecretValue("password", "string", "P@ssw0rd")).toBe(true);
});

it("a secret default does not get into the note", () => {
	const { body } = draft([
		buildTest({
			inputs: [
				{ name: "user", description: "U", type: "string", default: "root" },
				{ name: "password", description: "P", type: "string", default: "s3cret" },
			],
		}),
	]);
	expect(body).toContain("| user | U | string | root |  |");
	expect(body).toContain("| password | P | string | (masked) |  |");
	expect(body).not.toContain("s3cret");
});
