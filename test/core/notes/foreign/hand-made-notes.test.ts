import { describe, expect, it } from "vitest";
import { addForeignText } from "../../../../src/core/notes/foreign/add-foreign";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";

const OURS = [
	...["---", "attack_id: T1021.004", "tags: [techniques]", "---", ""],
	...["## Remote Services - SSH", "", "### Description", ""],
	...["People who attack may use valid accounts to log on to other machines with SSH.", ""],
	...["### Detection", "", "Look at the logs of the daemon.", ""],
].join("\n");

function add(...lines: readonly string[]): string {
	const file = "T1021.004 - SSH.md";
	const reading = readForeignNote({ file, path: `Techniques/${file}`, text: lines.join("\n") });
	if (reading.kind !== "note") throw new Error(reading.reason);
	return addForeignText(OURS, reading.note);
}

const HAND_MADE = [
	...["# T1021.004 - SSH", "", "What we know of it.", "", "## Detection", ""],
	...["Our jump hosts forward to the lake.", "", "| Host | Owner |", "| --- | --- |", ""],
	...["```dataview", "LIST", "```", ""],
];

describe("a note of a technique that somebody wrote by hand", () => {
	const text = add(...HAND_MADE);

	it("loses nothing under its title and under headings that generators use too", () => {
		expect(text.indexOf("What we know of it.")).toBeGreaterThan(text.indexOf("## Remote Services"));
		expect(text.indexOf("What we know of it.")).toBeLessThan(text.indexOf("### Description"));
		expect(text.indexOf("Our jump hosts")).toBeGreaterThan(text.indexOf("### Detection"));
		expect(text).toContain("| Host | Owner |");
		expect(text.match(/^#+ .*$/gm)).toEqual(OURS.match(/^#+ .*$/gm));
		expect(text).not.toContain("LIST");
	});

	it("is one by hand though a line names the technique in full", () => {
		const ours = OURS.replace(
			"Remote Services - SSH",
			"Boot or Logon Autostart Execution - Run Keys",
		);
		const line = "We watch Boot or Logon Autostart Execution: Run Keys.";
		const file = "T1547.001.md";
		const text = `## Description\n\n${line}\n\nIt is noisy here.\n`;
		const reading = readForeignNote({ file, path: `Techniques/${file}`, text });
		if (reading.kind !== "note") throw new Error(reading.reason);
		expect(addForeignText(ours, reading.note)).toContain(`${line}\n\nIt is noisy here.\n`);
	});

	it("adds nothing the second time", () => {
		const file = "T1021.004 - SSH.md";
		const path = `Techniques/${file}`;
		const reading = readForeignNote({ file, path, text: HAND_MADE.join("\n") });
		if (reading.kind !== "note") throw new Error(reading.reason);
		expect(addForeignText(text, reading.note)).toBe(text);
	});
});

describe("a note of a technique that a generator wrote from another version", () => {
	it("adds no older description, where the other version still says something of it", () => {
		const text = add(
			...["# SSH", "", "## Description", ""],
			...["People who attack may use valid accounts to log on to other machines with SSH.", ""],
			...["A sentence that only the older version has in its description.", ""],
			...["Another sentence that only the older version has in its description.", ""],
		);
		expect(text).toBe(OURS);
	});

	it("adds none that cites as ATT&CK does", () => {
		const text = add(
			...["# SSH", "", "## Description", ""],
			...["All of this was written anew since.(Citation: A report of 2019)", ""],
		);
		expect(text).toBe(OURS);
	});
});
