import { beforeAll, describe, expect, it } from "vitest";
import type { RunFormat } from "../../../src/core/executions/export/export-runs";
import { exportRuns } from "../../../src/core/executions/export/export-runs";
import { summariseRunbook } from "../../../src/core/executions/run-summary";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import { applyImport } from "../../../src/core/ingest/apply-import";
import { openKnowledge } from "../../../src/core/ingest/open-knowledge";
import { planImport } from "../../../src/core/ingest/plan-import";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { groupByTechnique } from "../../../src/core/matrix/technique-groups";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { PanelSources } from "../../../src/core/panels/technique-panel";
import { buildTechniquePanel } from "../../../src/core/panels/technique-panel";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import type { TestSources } from "../../support/import-into";
import { createTestHost, openSources } from "../../support/import-into";
import { bundleText, relation, technique } from "../attack/stix-builder";
import { attireLog } from "../executions/log-builder";
import { importRuns, readRuns } from "../executions/run-vault";

/** T1002 becomes T1003, which was there; several take the place of T1006. Upstream moves their tests. */
const OLD = bundleText(
	technique("T1002", { name: "Old" }),
	technique("T1003", { name: "Host" }),
	technique("T1006", { name: "Ways" }),
);
const NEW = bundleText(
	technique("T1002", { name: "Old", revoked: true }),
	technique("T1003", { name: "Host" }),
	technique("T1006", { name: "Ways", revoked: true }),
	technique("T1007", { name: "One way" }),
	technique("T1008", { name: "Other way" }),
	relation("revoked-by", "T1002", "T1003"),
	relation("revoked-by", "T1006", "T1007"),
	relation("revoked-by", "T1006", "T1008"),
);

const guidOf = (n: number): string => `${n}1111111-1111-4111-8111-111111111111`;

const rule = (n: number, id: string): string =>
	[
		`title: Rule ${n}`,
		`id: ${guidOf(n + 4)}`,
		`tags: [attack.${id.toLowerCase()}]`,
		"logsource: { product: windows }",
		`detection: { selection: { Image: tool${n}.exe }, condition: selection }`,
		"simulation:",
		`    - { type: atomic-red-team, name: Do ${n}, technique: ${id}, atomic_guid: ${guidOf(n)} }`,
		"",
	].join("\n");

const tests = (id: string, ...numbers: readonly number[]): string =>
	[
		`attack_technique: ${id}`,
		"atomic_tests:",
		...numbers.flatMap((n) => [
			`- name: Do ${n}`,
			`  auto_generated_guid: ${guidOf(n)}`,
			"  supported_platforms: [windows]",
			"  input_arguments:",
			"    target: { description: Where, type: string, default: here }",
			`  executor: { name: command_prompt, command: 'tool${n}.exe #{target}' }`,
		]),
		"",
	].join("\n");

const RULES = { "1.yml": rule(1, "T1002"), "2.yml": rule(2, "T1003"), "3.yml": rule(3, "T1006") };
const BEFORE: TestSources = {
	attack: { "old.json": OLD },
	rules: RULES,
	atomics: {
		"T1002.yaml": tests("T1002", 1),
		"T1003.yaml": tests("T1003", 2),
		"T1006.yaml": tests("T1006", 3),
	},
};
const AFTER: TestSources = {
	attack: { "new.json": NEW },
	rules: RULES,
	atomics: { "T1003.yaml": tests("T1003", 2, 1), "T1007.yaml": tests("T1007", 3) },
};

const RUNBOOKS = ["T1002 - Old", "T1003 - Host", "T1006 - Ways"].map(
	(name) => `Testing Runbooks/${name} - runbook.md`,
);

async function run(vault: MemoryNotes, sources: TestSources, moves = {}): Promise<string[]> {
	const host = createTestHost(vault);
	const answers = new Map<string, string>(Object.entries(moves));
	const plan = await planImport({ ...openSources(sources), moves: answers }, host);
	await applyImport(plan, host);
	return plan.notes.filter(({ before, after }) => before !== after).map(({ path }) => path);
}

function edit(vault: MemoryNotes, path: string, change: (text: string) => string): void {
	const text = vault.notes.get(path) ?? "";
	expect(change(text)).not.toBe(text);
	vault.notes.set(path, change(text));
}

/** A vault with a run of each test, a verdict on each rule, values of a lab and a test of the person's own. */
async function prepare(): Promise<MemoryNotes> {
	const vault = createMemoryNotes();
	await run(vault, BEFORE);
	const started = [1, 2, 3].map((n) => ({
		...{ guid: guidOf(n), name: `Do ${n}`, technique: ["T1002", "T1003", "T1006"][n - 1] ?? "" },
		start: `2026-11-1${n}T09:20:25.000Z`,
	}));
	await importRuns(vault, readRuns(attireLog(started)));
	for (const path of [...vault.notes.keys()].filter((each) => each.startsWith("Test Exec"))) {
		const n = /Do (\d)/.exec(vault.notes.get(path) ?? "")?.[1] ?? "";
		edit(vault, path, (text) =>
			text.replace(/^\| --- .*\n/m, `$&| [[Rule ${n}]] | fired | seen | ticket |\n`),
		);
	}
	for (const path of RUNBOOKS) {
		edit(vault, path, (text) =>
			text
				.replace(/(\| here \|) *\|/, "$1 mine |")
				.replace(/## Notes/, `## Test: Own\n\n- GUID: ${guidOf(9)}\n\n$&`),
		);
	}
	return vault;
}

async function openPanels({ notes }: MemoryNotes): Promise<PanelSources> {
	const { rules, resolver } = await openKnowledge(vault, DEFAULT_FOLDERS);
	const library = createVaultLibrary(rules);
	for (const [path, text] of notes) {
		library.put(readNoteRecord(path, text, { ctime: 0, mtime: 0, size: text.length }), text);
	}
	return { library, resolver, knowledge: rules };
}

const placesOf = ({ notes }: MemoryNotes, n: number): string[] =>
	[...notes].flatMap(([path, text]) =>
		path.startsWith("Testing Runbooks/") && text.includes(`- GUID: ${guidOf(n)}`) ? [path] : [],
	);

let vault: MemoryNotes;
beforeAll(async () => {
	vault = await prepare();
	await run(vault, AFTER);
	await run(vault, AFTER, { T1006: "T1008" });
});

describe("tests that upstream states for a technique's successor now", () => {
	it("stay in the one runbook in which they are, also while the person has yet to choose the successor", async () => {
		const other = await prepare();
		await run(other, AFTER);
		for (const at of [vault, other]) {
			expect([1, 2, 3].map((n) => placesOf(at, n))).toEqual(RUNBOOKS.map((path) => [path]));
			for (const path of RUNBOOKS) expect(at.notes.get(path)).toContain("| mine |");
		}
		expect(await run(other, AFTER)).toEqual([]);
	});

	it("go on being updated there", async () => {
		const other = await prepare();
		await run(other, AFTER);
		const changed = tests("T1003", 2, 1).replace("tool1.exe", "tool1.exe /v");
		await run(other, { ...AFTER, atomics: { "T1003.yaml": changed } });
		expect(placesOf(other, 1)).toEqual([RUNBOOKS[0]]);
		expect(other.notes.get(RUNBOOKS[0] ?? "")).toContain("tool1.exe /v");
	});

	it("are found by the successor's tag, and by the rules that name them", () => {
		expect(vault.notes.get(RUNBOOKS[0] ?? "")).toContain("\ntags: [T1002, T1003, atomic_test]\n");
		expect(vault.notes.get(RUNBOOKS[2] ?? "")).toContain("\ntags: [T1006, T1008, atomic_test]\n");
		for (const [n, name] of [
			[1, "T1002 - Old"],
			[3, "T1006 - Ways"],
		] as const) {
			const text = vault.notes.get(`Detection Rules/Sigma/Rule ${n}.md`);
			expect(text).toContain(`[[${name} - runbook#^t-${guidOf(n).slice(0, 8)}|Do ${n}]]`);
		}
	});
});

describe("runs and verdicts of a technique that was replaced", () => {
	it("count for the successor in its panel and in the matrix", async () => {
		const { library, resolver, knowledge } = await openPanels(vault);
		const sources = { library, resolver, knowledge };
		const ruleAt = (path: string): RuleEntry | undefined => {
			const entry = library.entry(path);
			return entry?.kind === "rule" ? entry : undefined;
		};
		const panel = (id: string): unknown =>
			buildTechniquePanel(sources, id, false)?.runbooks.map((runbook) => {
				const { tests, rules } = summariseRunbook(library.runs, runbook, ruleAt);
				return [runbook.path, tests.run, tests.proven, rules.proven];
			});
		expect(panel("T1003")).toEqual([RUNBOOKS[1], RUNBOOKS[0]].map((path) => [path, 1, 1, 1]));
		expect(panel("T1008")).toEqual([[RUNBOOKS[2], 1, 1, 1]]);
		const groups = groupByTechnique(library.runs.all, resolver);
		expect(["T1002", "T1003", "T1008"].map((id) => groups.of(id, false).length)).toEqual([0, 2, 1]);
	});

	it("are exported under the successor", async () => {
		const { library, resolver } = await openPanels(vault);
		const write = (format: RunFormat): string =>
			exportRuns(
				format,
				{},
				{
					...{ library, resolver, now: "2026-11-20T00:00:00Z", attackVersion: null },
					domain: "enterprise",
				},
			);
		for (const format of ["vectr", "attire", "navigator"] as const) {
			const text = write(format);
			expect(text).toContain("T1003");
			expect(text).toContain("T1008");
			expect(text, format).not.toMatch(/"?(?:techniqueID|technique-id)?"?[:,] ?"?T100[26]\b/);
		}
	});

	it("are not doubled by a log that names either id and no GUID", async () => {
		const { resolver } = await openKnowledge(vault, DEFAULT_FOLDERS);
		const paths = [...vault.notes.keys()];
		for (const id of ["T1002", "T1003"]) {
			const log = attireLog([{ technique: id, name: "Do 1", start: "2026-11-11T09:20:25.000Z" }]);
			await importRuns(vault, readRuns(log), resolver);
		}
		expect([...vault.notes.keys()]).toEqual(paths);
	});
});
