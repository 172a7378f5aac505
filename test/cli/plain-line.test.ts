import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainLine } from "../../src/cli/plain-line";
import { showOutcome } from "../../src/cli/show-outcome";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

test("a source's words cannot steer the terminal that shows them", () => {
	expect(plainLine("rule\u001B[2J\u001B]0;x\u0007\r\nnext\u2028line\u009B1m")).toBe(
		"rule [2J ]0;x next line 1m",
	);
});

test("a query's answer as text shows a note's words without them", () => {
	const shown = showOutcome({
		type: "table",
		columns: ["name"],
		rows: [["rule\u001B[2J"], [{ kind: "link", path: "a\u001Bb.md", type: "file", embed: false }]],
		failed: [],
	});
	expect(shown).toBe("name\nrule [2J\na b\n");
});

test("a query's answer as text writes dates as ISO does", () => {
	const date = (ms: number) => ({ kind: "date", ms, offset: 60, zone: "+01:00" }) as const;
	const rows = [[date(Date.UTC(2024, 2, 1, 11, 30, 5))], [date(Date.UTC(2024, 1, 29, 23))]];
	const shown = showOutcome({ type: "table", columns: ["when"], rows, failed: [] });
	expect(shown).toBe("when\n2024-03-01 12:30:05\n2024-03-01\n");
});

test("what is understood of a rule is shown without them, from its file and from its note", async () => {
	const folder = makeTemporaryFolder();
	const vault = makeTemporaryFolder();
	const lines = [
		'title: "Clear\\e[2J\\nthe screen"',
		"id: 0d1f9a5e-3f0c-4a43-9a5b-1f4b5a3c2d77",
		'status: "te\\e[1mst"',
		"logsource:",
		'  product: "li\\e[3mnux"',
		"tags: [attack.t1021]",
		"detection:",
		"  a:",
		'    "fi\\e[4meld": "va\\e[5mlue"',
		"  condition: a and not b",
	];
	writeFileSync(join(folder, "rule.yml"), `${lines.join("\n")}\n`);
	await runWith(["import", vault, "--rules", folder, "--attack", "samples/attack"]);
	const inspected = await runWith(["inspect", folder]);
	const panel = await runWith(["panel", vault, "T1021"]);
	for (const { out, err } of [inspected, panel]) {
		expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n]/u);
		expect(out).toContain("fi [4meld");
		expect(out).toContain("va [5mlue");
	}
	expect(inspected.out).toMatch(/^Clear \[2J the screen\n/);
});
