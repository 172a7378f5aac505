import { describe, expect, it } from "vitest";
import { readMentions, readSubject } from "../../../src/core/panels/note-subject";
import type { NoteSubject } from "../../../src/core/panels/note-subject";
import { buildVault, note, ruleNote, techniqueNote } from "../library/technique-vault";

const run = (name: string, ...more: readonly string[]): string =>
	note('runbook: "[[Runbook]]"', "test_guid: 1", `test_name: ${name}`, ...more);

const VAULT = buildVault({
	"SSH.md": techniqueNote("T1021.004", "SSH", "tactics: [Lateral Movement]"),
	"a.md": ruleNote("a", "sigma", "T1021.004, T1028, T1021"),
	"b.md": ruleNote("b", "elastic", "T1021.004"),
	"c.md": ruleNote("c", "elastic", "T1021.004"),
	"Runbook.md": note("runbook_id: T1021.004", "tags: [atomic_test]"),
	"runs/1.md": run("first", "started: 2026-01-01T00:00:00Z", "outcome: blocked", "host: lab"),
	"runs/2.md": run("second", "started: 2026-02-01T00:00:00Z"),
	"runs/3.md": run("undated"),
	"Journal.md": "I ran [[Runbook]] by hand.",
});

const SOURCES = { panels: VAULT, notes: VAULT.notes };

function subjectOf<Kind extends NoteSubject["kind"]>(
	path: string,
	kind: Kind,
): NoteSubject & { kind: Kind } {
	const subject = readSubject(VAULT, path);
	if (subject?.kind !== kind) throw new Error(`${path} is no ${kind}`);
	return subject as NoteSubject & { kind: Kind };
}

describe("what a note is about", () => {
	it("is its technique", () => {
		expect(subjectOf("SSH.md", "technique").id).toBe("T1021.004");
	});

	it("is a rule's techniques, each once under today's id, with the other rules by vendor", () => {
		const { techniques } = subjectOf("a.md", "rule");
		expect(
			techniques.map(({ technique, formerId, rules }) => [
				technique.id,
				technique.name,
				technique.tactics.join(),
				technique.note?.path,
				formerId,
				Array.from(rules, ([vendor, own]) => `${vendor} ${own.map(({ id }) => id).join()}`),
			]),
		).toEqual([
			["T1021.004", "SSH", "Lateral Movement", "SSH.md", null, ["elastic b,c"]],
			["T1021", "Remote Services", "Lateral Movement", undefined, "T1028", []],
		]);
	});

	it("is a runbook's technique, rules and runs, the latest first and the undated last", () => {
		const { techniques, runs } = subjectOf("Runbook.md", "runbook");
		expect([...(techniques[0]?.rules.keys() ?? [])]).toEqual(["sigma", "elastic"]);
		expect(runs.map(({ title }) => title)).toEqual(["second", "first", "undated"]);
		expect(runs[1]).toMatchObject({ path: "runs/1.md", outcome: "blocked", host: "lab" });
	});

	it("is the runbook of a recorded run", () => {
		const { entry, runs } = subjectOf("runs/1.md", "runbook");
		expect(entry.path).toBe("Runbook.md");
		expect(runs).toHaveLength(3);
	});

	it("is nothing of its own for any other note, but the techniques that its text names", () => {
		expect(readSubject(VAULT, "Journal.md")).toBeUndefined();
		const subject = readMentions(SOURCES, "Journal.md", "T1021 T1021.004 [[SSH|that]]");
		if (subject.kind !== "mentions") throw new Error(subject.kind);
		expect(subject.techniques.map(({ technique, count }) => [technique.name, count])).toEqual([
			["SSH", 2],
			["Remote Services", 1],
		]);
		expect(readMentions(SOURCES, "Journal.md", "")).toMatchObject({ techniques: [] });
	});
});
