import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { importInto } from "../../support/import-into";
import { describeCorpora } from "../../support/corpora";
import { deriveNextAttack } from "../../support/next-attack";

const pattern = (id: string, name: string, more: object = {}): object => ({
	type: "attack-pattern",
	id: `attack-pattern--${id}-old`,
	name,
	description: `About ${name}.`,
	x_mitre_domains: ["enterprise-attack"],
	kill_chain_phases: [{ kill_chain_name: "mitre-attack", phase_name: "impact" }],
	external_references: [
		{ source_name: "mitre-attack", external_id: id, url: `https://attack.mitre.org/${id}` },
	],
	...more,
});

const OLD = JSON.stringify({
	type: "bundle",
	id: "bundle--0",
	objects: [
		pattern("T1001", "Kept"),
		pattern("T1002", "Moves"),
		pattern("T1002.001", "Given up", { x_mitre_is_subtechnique: true }),
		{
			type: "relationship",
			id: "relationship--0",
			relationship_type: "subtechnique-of",
			source_ref: "attack-pattern--T1002.001-old",
			target_ref: "attack-pattern--T1002-old",
		},
	],
});

const MAPPING = `techniques:
  T1002: { id: T1003, name: Moved, reference: "https://attack.mitre.org/T1003" }
subtechniques: {}
`;

describe("an upgrade of ATT&CK", () => {
	const MOVED = "Techniques/T1002 - Moves.md";
	const GIVEN_UP = "Techniques/T1002.001 - Moves - Given up.md";

	it("marks what is replaced or given up, loses nothing, and does so once", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { attack: { "a.json": OLD } });
		const mine = `${vault.notes.get(MOVED) ?? ""}\nMine.\n`;
		vault.notes.set(MOVED, mine);
		const next = deriveNextAttack(OLD, MAPPING, "19.0");
		const first = await importInto(vault, { attack: { "b.json": next.text } });
		expect(first.result).toMatchObject({ created: 1, conflicts: 0 });
		const text = vault.notes.get(MOVED) ?? "";
		const link = "[[Techniques/T1003 - Moved|T1003 Moved]]";
		expect(text).toContain(`\nattack_status: revoked\nrevoked_by: "${link}"\n---\n`);
		expect(text).toContain(`> [!warning] In ATT&CK this is ${link}.`);
		expect(mine.split("\n").filter((line) => !text.includes(line))).toEqual([]);
		expect(vault.notes.get(GIVEN_UP)).toContain("\nattack_status: deprecated\n");
		const before = new Map(vault.notes);
		const second = await importInto(vault, { attack: { "b.json": next.text } });
		expect(second.result).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
		expect(new Map(vault.notes)).toEqual(before);
	});

	it("leaves a mark alone that a person changed", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { attack: { "a.json": OLD } });
		const next = deriveNextAttack(OLD, MAPPING, "19.0");
		const marked = (vault.notes.get(MOVED) ?? "").replace("name: Moves", "attack_status: mine");
		vault.notes.set(MOVED, marked);
		await importInto(vault, { attack: { "b.json": next.text } });
		expect(vault.notes.get(MOVED)).toBe(marked);
	});
});

describeCorpora(
	"the upgrade from ATT&CK 18 to 19",
	(folder) => {
		it("follows the mapping for every id that moves", async () => {
			const old = readFileSync(join(folder, "enterprise-attack.json"), "utf8");
			const mapping = readFileSync(join(folder, "attack_v18_to_v19.yaml"), "utf8");
			const next = deriveNextAttack(old, mapping, "19.0");
			expect(next.moved.size).toBeGreaterThan(8);
			const vault = createMemoryNotes();
			await importInto(vault, { attack: { "old.json": old } });
			const paths = [...vault.notes.keys()];
			const { result } = await importInto(vault, { attack: { "new.json": next.text } });
			expect(result.conflicts).toBe(0);
			expect(paths.filter((path) => !vault.notes.has(path))).toEqual([]);
			for (const [from, to] of next.moved) {
				const path = paths.find((each) => each.startsWith(`Techniques/${from} - `)) ?? "";
				expect(vault.notes.get(path)).toMatch(
					new RegExp(`^revoked_by: "\\[\\[Techniques/${to} - `, "m"),
				);
			}
			const marked = [...vault.notes.values()].filter((text) => /^attack_status:/m.test(text));
			expect(marked).toHaveLength(next.moved.size + next.dropped.length);
		}, 60_000);
	},
	"attack",
);
