import { describe, expect, test } from "vitest";
import { describeCorpora } from "../../support/corpora";
import { ask, openFixture } from "./support/ask";
import { openVault } from "./support/open-vault";

/** The two tables of the technique note that the project goes back to. */
const RULES = `table without id
file.link AS "Name",
status AS "Status",
level AS "Level",
logsrc_product AS "Log Source Product"
FROM "Detection Rules" AND #T1021_004`;
const RUNBOOKS = `TABLE without id
filename AS "Name"
FROM "Testing Runbooks" AND #T1021_004`;

describe("the tables of a technique note", () => {
	const vault = openFixture();

	test("list the rules that carry its tag in either case, empty properties as null", () => {
		expect(ask(vault, RULES)).toEqual({
			type: "table",
			columns: ["Name", "Status", "Level", "Log Source Product"],
			rows: [
				["[[Many failed sign-ins over SSH]]", "test", "high", "linux"],
				["[[Sign-in over SSH from a new address]]", "stable", "medium", "linux"],
				["[[Port forwarding over SSH]]", "experimental", null, null],
			],
			failed: [],
		});
	});

	test("list the runbook by its link to itself", () => {
		expect(ask(vault, RUNBOOKS)).toEqual({
			type: "table",
			columns: ["Name"],
			rows: [["[[T1021.004 - Remote Services - SSH - runbook]]"]],
			failed: [],
		});
	});
});

describeCorpora(
	"the same tables over a vault in the wild",
	(folder) => {
		test("list its two rules and its runbook", () => {
			const vault = openVault(folder);
			expect(ask(vault, RULES).rows).toEqual([
				["[[proc_creation_win_ssh_port_forward]]", "experimental", "medium", "windows"],
				["[[win_sshd_openssh_server_listening_on_socket]]", "test", "medium", "windows"],
			]);
			expect(ask(vault, RUNBOOKS).rows).toEqual([["[[T1021.004 - Remote Services- SSH]]"]]);
		});
	},
	"vaults/use-case-catalogue",
);
