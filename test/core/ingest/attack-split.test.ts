import { describe, expect, it } from "vitest";
import { planImport } from "../../../src/core/ingest/plan-import";
import { applyImport } from "../../../src/core/ingest/apply-import";
import { openKnowledge } from "../../../src/core/ingest/open-knowledge";
import type { ImportPlan } from "../../../src/core/ingest/import-plan";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { relation, technique } from "../attack/stix-builder";
import { attireLog } from "../executions/log-builder";
import { importRuns, readRuns } from "../executions/run-vault";
import type { TestSources } from "../../support/import-into";
import { createTestHost, openSources } from "../../support/import-into";
import { deriveNextAttack } from "../../support/next-attack";

const GUID = "7b1f0c52-1d2e-4f3a-9b4c-5d6e7f8a9b01";
const OLD = JSON.stringify({
	type: "bundle",
	id: "bundle--0",
	objects: [
		technique("T1001", { name: "Kept" }),
		technique("T1002", { name: "Parts" }),
		technique("T1002.001", { name: "One", x_mitre_is_subtechnique: true }),
		technique("T1002.002", { name: "Two", x_mitre_is_subtechnique: true }),
		relation("subtechnique-of", "T1002.001", "T1002"),
		relation("subtechnique-of", "T1002.002", "T1002"),
	],
});
const to = (id: string, name: string): string =>
	`{ id: ${id}, name: ${name}, reference: "https://attack.mitre.org/${id}" }`;
/** Two techniques replace one; of its sub-techniques one moves and one is given up. */
const SEVERAL = `techniques:
  T1002: [${to("T1003", "Former half")}, ${to("T1004", "Other half")}]
subtechniques:
  T1002.001: ${to("T1003.001", "One")}
`;
/** Nothing replaces the parent itself, whose sub-techniques go under two others. */
const PARTED = `techniques:
  T1002: null
subtechniques:
  T1002.001: ${to("T1003.001", "One")}
  T1002.002: ${to("T1004.001", "Two")}
`;

const REST: TestSources = {
	rules: {
		"a.yml": [
			"title: Halves",
			"id: 00000000-0000-4000-8000-000000000001",
			"status: test",
			"tags: [attack.t1002]",
			"logsource: { product: windows }",
			"detection: { selection: { Image: a.exe }, condition: selection }",
			"level: low",
			"",
		].join("\n"),
	},
	atomics: {
		"T1002.yaml": [
			"attack_technique: T1002",
			"display_name: Parts",
			"atomic_tests:",
			"- name: Break it",
			`  auto_generated_guid: ${GUID}`,
			"  description: Breaks it.",
			"  supported_platforms: [windows]",
			"  input_arguments:",
			"    target: { description: Where, type: string, default: here }",
			"  executor: { name: sh, elevation_required: false, command: 'echo #{target}' }",
			"",
		].join("\n"),
	},
};

const TECHNIQUE = "Techniques/T1002 - Parts.md";
const RULE = "Detection Rules/Sigma/Halves.md";
const RUNBOOK = "Testing Runbooks/T1002 - Parts - runbook.md";

interface Upgraded {
	readonly vault: MemoryNotes;
	readonly next: TestSources;
	run(moves?: Readonly<Record<string, string>>): Promise<ImportPlan>;
}

/** A vault with notes of the former version, edited by a person, and the sources of the next one. */
async function prepare(mapping: string): Promise<Upgraded> {
	const vault = createMemoryNotes();
	const host = createTestHost(vault);
	const run = async (sources: TestSources, moves = {}): Promise<ImportPlan> => {
		const answers = new Map<string, string>(Object.entries(moves));
		const plan = await planImport({ ...openSources(sources), moves: answers }, host);
		await applyImport(plan, host);
		return plan;
	};
	await run({ attack: { "a.json": OLD }, ...REST });
	const fill = (text: string): string => text.replace(/(\| here \|) *\|/, "$1 mine |");
	vault.notes.set(RUNBOOK, fill(vault.notes.get(RUNBOOK) ?? ""));
	vault.notes.set("Mine.md", "See [[T1002 - Parts]] and [[T1002 - Parts - runbook]].\n");
	await importRuns(vault, readRuns(attireLog([{ guid: GUID, technique: "T1002" }])));
	const { text } = deriveNextAttack(OLD, mapping, "19.0");
	const next = { attack: { "b.json": text }, ...REST };
	return { vault, next, run: (moves) => run(next, moves) };
}

const notesOf = ({ notes }: MemoryNotes): Map<string, string> =>
	new Map([...notes].filter(([path]) => !path.includes("/Reports/")));

const writesOf = ({ notes }: ImportPlan): string[] =>
	notes.filter(({ before, after }) => before !== after).map(({ path }) => path);

describe("a technique in whose place there are several", () => {
	it("is asked about, and nothing of it moves until that is answered", async () => {
		const { vault, run } = await prepare(SEVERAL);
		const before = notesOf(vault);
		expect(before.get(RUNBOOK)).toContain("| mine |");
		const plan = await run();
		expect(plan.moves).toEqual([
			{
				id: "T1002",
				name: "Parts",
				choices: [
					{ id: "T1003", name: "Former half" },
					{ id: "T1004", name: "Other half" },
				],
				answer: null,
			},
		]);
		expect(plan.result.problems).toContainEqual(
			expect.objectContaining({ file: TECHNIQUE, code: "attack-move", severity: "warning" }),
		);
		for (const path of [TECHNIQUE, RULE, RUNBOOK, "Mine.md"])
			expect(vault.notes.get(path)).toBe(before.get(path));
		const { resolver } = await openKnowledge(vault, DEFAULT_FOLDERS);
		expect(resolver.find("T1002")?.name).toBe("Parts");
		// What moves to one technique moves without a question.
		expect(resolver.resolve("T1002.001").id).toBe("T1003.001");
		const again = await run();
		expect(writesOf(again)).toEqual([]);
		expect(again.moves).toEqual(plan.moves);
	});

	it("moves as answered, is never asked about again, and loses nothing", async () => {
		const { vault, run } = await prepare(SEVERAL);
		await run();
		const before = notesOf(vault);
		const answered = await run({ T1002: "T1004" });
		expect(answered.moves).toMatchObject([{ id: "T1002", answer: "T1004" }]);
		expect(vault.notes.get(TECHNIQUE)).toMatch(/^revoked_by: "\[\[Techniques\/T1004 - /m);
		expect(vault.notes.get(RULE)).toContain("T1004");
		const { resolver } = await openKnowledge(vault, DEFAULT_FOLDERS);
		expect(resolver.resolve("T1002")).toEqual({ id: "T1004", outdated: true, known: true });
		expect(vault.notes.get(RUNBOOK)).toBe(
			before.get(RUNBOOK)?.replace("tags: [T1002,", "tags: [T1002, T1004,"),
		);
		for (const path of before.keys()) expect(vault.notes.has(path)).toBe(true);
		const runs = [...before].filter(([path]) => path.startsWith("Test Executions/"));
		expect(runs).toHaveLength(1);
		for (const [path, text] of runs) expect(vault.notes.get(path)).toBe(text);
		const after = notesOf(vault);
		const again = await run();
		expect(writesOf(again)).toEqual([]);
		expect(again.moves).toEqual([]);
		expect(notesOf(vault)).toEqual(after);
	});

	it("may be answered with the upgrade itself", async () => {
		const { vault, run } = await prepare(SEVERAL);
		await run({ T1002: "T1003" });
		expect(vault.notes.get(TECHNIQUE)).toMatch(/^attack_status: revoked$/m);
		expect(writesOf(await run())).toEqual([]);
	});

	it("is also one whose sub-techniques went under several others", async () => {
		const { run } = await prepare(PARTED);
		const [move] = (await run()).moves;
		expect(move).toMatchObject({ id: "T1002", answer: null });
		expect(move?.choices.map(({ id }) => id)).toEqual(["T1003", "T1004"]);
		expect((await run({ T1002: "T1003" })).moves).toMatchObject([{ answer: "T1003" }]);
		expect((await run()).moves).toEqual([]);
	});

	it("keeps what it was where the answer leads to no technique in use", async () => {
		const { vault, run } = await prepare(SEVERAL);
		const { moves, result } = await run({ T1002: "T1002.001", T1001: "T1003", T9999: "T1003" });
		expect(moves).toMatchObject([{ id: "T1002", answer: null }]);
		const told = result.problems.filter(({ code }) => code === "attack-move");
		expect(told.map(({ message }) => message.replace(/.*: /, "")).slice(1)).toEqual([
			"T1002.001 is no technique in use",
			"T1001 is in use",
			"ATT&CK's data has no T9999",
		]);
		expect(vault.notes.get(TECHNIQUE)).not.toContain("attack_status");
	});

	it("is not asked about where nothing has to do with it", async () => {
		const vault = createMemoryNotes();
		const host = createTestHost(vault);
		const { text } = deriveNextAttack(OLD, SEVERAL, "19.0");
		const plan = await planImport(openSources({ attack: { "b.json": text } }), host);
		expect(plan.moves).toEqual([]);
	});
});

describe("notes of retired techniques", () => {
	it("are planned each time, and count as unchanged once they are marked", async () => {
		const { run } = await prepare(SEVERAL);
		const { notes, result } = await run({ T1002: "T1003" });
		const retired = notes.filter(({ path }) => path.startsWith("Techniques/T1002"));
		expect(retired.map(({ action }) => action)).toEqual(["update", "update", "update"]);
		const counted = (plan: ImportPlan): number => {
			const { created, updated, unchanged, conflicts } = plan.result;
			return created + updated + unchanged + conflicts;
		};
		const rules = Object.values(result.rules).reduce((sum, count) => sum + count, 0);
		const records = result.techniques + rules + result.runbooks;
		expect(notes).toHaveLength(records + retired.length);
		const again = await run();
		expect(counted(again)).toBe(notes.length);
		expect(again.result.unchanged).toBe(notes.length);
	});
});
