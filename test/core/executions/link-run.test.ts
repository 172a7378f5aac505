import { expect, it } from "vitest";
import { linkRun } from "../../../src/core/executions/link-run";
import { indexTests } from "../../../src/core/executions/test-index";
import { buildVault } from "../library/technique-vault";
import { GUID, RUNBOOK } from "./run-vault";

const { library } = buildVault({ "SSH - runbook.md": RUNBOOK });
const test = indexTests(
	library.runbooksOf(() => true),
	(id) => id,
).byGuid(GUID);

const link = (text: string): string | undefined =>
	test && linkRun(text, test, (path) => path.replace(/\.md$/, ""));

it("a run's note is linked by its properties, and keeps what it states", () => {
	expect(link("---\nrunbook:\ntest_name: mine # seen\n---\nText\n")).toBe(
		[
			'---\nrunbook: "[[SSH - runbook]]"\ntest_name: mine # seen',
			`test_guid: ${GUID}\ntechnique: T1021.004\n---\nText\n`,
		].join("\n"),
	);
});

it("a run's note whose properties cannot be read is not linked", () => {
	expect(link("---\nrunbook: [\n---\n")).toBeUndefined();
});
