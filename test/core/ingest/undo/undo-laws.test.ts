import fc from "fast-check";
import { expect, test } from "vitest";
import { applyImport } from "../../../../src/core/ingest/apply-import";
import { planImport } from "../../../../src/core/ingest/plan-import";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createTestHost, openSources } from "../../../support/import-into";
import { createKillableNotes, KilledError } from "../../../support/killable-notes";
import { cloneVault, contentOf, undoIn } from "../../../support/undo-in";

/** The rules that sources may hold, each in several versions. */
const RULES = 4;
const VERSIONS = 3;

/** What upstream has: the version of each rule, 0 where it has none. */
type Upstream = readonly number[];

type Step =
	| { readonly what: "import"; readonly upstream: Upstream; readonly kill: number }
	| { readonly what: "undo"; readonly kill: number }
	| { readonly what: "edit"; readonly rule: number; readonly top: boolean }
	| { readonly what: "move" | "delete"; readonly rule: number };

const rule = fc.nat(RULES - 1);
/** After how many writes the work is killed; mostly it is not. */
const kill = fc.oneof(
	{ weight: 2, arbitrary: fc.constant(Infinity) },
	{ weight: 1, arbitrary: fc.nat(14) },
);
const upstream = fc.array(fc.nat(VERSIONS), { minLength: RULES, maxLength: RULES });
const importStep = fc.record({ what: fc.constant("import" as const), upstream, kill });
const undoStep = fc.record({ what: fc.constant("undo" as const), kill });
const editStep = fc.record({ what: fc.constant("edit" as const), rule, top: fc.boolean() });
const placeStep = fc.record({ what: fc.constantFrom("move" as const, "delete" as const), rule });
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: importStep },
		{ weight: 3, arbitrary: undoStep },
		{ weight: 3, arbitrary: editStep },
		{ weight: 1, arbitrary: placeStep },
	),
	{ minLength: 2, maxLength: 12 },
);

const idOf = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;

function writeRule(number: number, version: number): string {
	return [
		`title: Rule ${number}`,
		`id: ${idOf(number)}`,
		"status: test",
		`description: Says ${version}.`,
		"tags: [attack.t1021.004]",
		"logsource: { product: linux }",
		"detection:",
		"    selection:",
		`        CommandLine|contains: word${version}`,
		"        User: root",
		"    condition: selection",
		`level: ${["low", "medium", "high"][version - 1] ?? "low"}`,
		"",
	].join("\n");
}

const sourcesOf = (versions: Upstream) =>
	openSources({
		rules: Object.fromEntries(
			versions.flatMap((version, number) =>
				version === 0 ? [] : [[`upstream/rules/rule${number}.yml`, writeRule(number, version)]],
			),
		),
	});

async function importInto(vault: MemoryNotes, versions: Upstream, writes = Infinity) {
	const host = createTestHost(createKillableNotes(vault, writes));
	try {
		await applyImport(await planImport(sourcesOf(versions), host), host);
	} catch (error) {
		if (!(error instanceof KilledError)) throw error;
	}
}

async function undo(vault: MemoryNotes, writes = Infinity): Promise<boolean> {
	try {
		const { isWhole } = await undoIn(vault, createTestHost(createKillableNotes(vault, writes)));
		return isWhole;
	} catch (error) {
		if (!(error instanceof KilledError)) throw error;
		return false;
	}
}

/** Finds a rule's note. */
function find(vault: MemoryNotes, number: number): string | undefined {
	return [...vault.notes.keys()].find(
		(path) => !path.includes("/Reports/") && vault.notes.get(path)?.includes(idOf(number)) === true,
	);
}

/** A person at work: what they wrote must stay until they delete it. */
class Person {
	readonly #marks = new Map<string, number>();
	#count = 0;

	act(vault: MemoryNotes, step: Extract<Step, { what: "edit" | "move" | "delete" }>): void {
		const path = find(vault, step.rule);
		const text = path === undefined ? undefined : vault.notes.get(path);
		if (path === undefined || text === undefined) return;
		if (step.what === "edit") {
			const mark = `Mark${++this.#count}.`;
			this.#marks.set(mark, step.rule);
			const end = text.indexOf("\n---\n", 4) + 5;
			const top = `${text.slice(0, end)}\n${mark}\n${text.slice(end)}`;
			vault.notes.set(path, step.top ? top : `${text}\n${mark}\n`);
			return;
		}
		vault.notes.delete(path);
		if (step.what === "move") vault.notes.set(`Moved/${++this.#count}.md`, text);
		else for (const [mark, rule] of this.#marks) if (rule === step.rule) this.#marks.delete(mark);
	}

	expectNothingLost(vault: MemoryNotes): void {
		const all = [...vault.notes.values()].join("\n");
		for (const mark of this.#marks.keys()) expect(all).toContain(mark);
	}
}

const journalsOf = ({ data }: MemoryNotes): string =>
	[...data]
		.filter(([path]) => path.includes(".journal"))
		.map(([path, bytes]) => `${path} ${bytes.join()}`)
		.join("\n");

async function play(vault: MemoryNotes, person: Person, step: Step): Promise<void> {
	if (step.what === "import") await importInto(vault, step.upstream, step.kill);
	else if (step.what === "undo") await undo(vault, step.kill);
	else person.act(vault, step);
}

test("no edit is lost, whatever is imported, undone and killed in between", async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (all) => {
			const vault = createMemoryNotes();
			const person = new Person();
			for (const step of all) {
				await play(vault, person, step);
				person.expectNothingLost(vault);
			}
		}),
		{ numRuns: 60 },
	);
}, 120_000);

/** An import that is killed before its journal alone is in force, is not joined with a later one. */
const KILLED_AT_LAST: [Step[], number[], number, number] = [
	[
		{ what: "import", upstream: [1, 0, 3, 0], kill: Infinity },
		{ what: "import", upstream: [0, 2, 0, 0], kill: Infinity },
		{ what: "delete", rule: 1 },
		{ what: "import", upstream: [0, 0, 0, 1], kill: 4 },
	],
	[0, 0, 0, 2],
	Infinity,
	Infinity,
];

test("undoing an untouched import gives the vault as it was, killed or not, and the next import plans the same", async () => {
	await fc.assert(
		fc.asyncProperty(steps, upstream, kill, kill, async (all, versions, first, second) => {
			const vault = createMemoryNotes();
			const person = new Person();
			for (const step of all) await play(vault, person, step);
			// What an import or undo that did not end left behind is not what this one changes.
			await importInto(vault, [1, 2, 3, 1]);
			const before = cloneVault(vault);
			await importInto(vault, versions, first);
			// An import that changes nothing, or was killed before it began to, is not the last one.
			if (journalsOf(vault) === journalsOf(before)) return;
			if (!(await undo(vault, second))) expect(await undo(vault)).toBe(true);
			expect(contentOf(vault)).toEqual(contentOf(before));
			await importInto(vault, versions);
			await importInto(before, versions);
			expect(contentOf(vault)).toEqual(contentOf(before));
		}),
		{ numRuns: 40, examples: [KILLED_AT_LAST] },
	);
}, 120_000);

test("an import that was killed and the one that finishes it are undone as one", async () => {
	await fc.assert(
		fc.asyncProperty(upstream, upstream, fc.nat(12), async (first, second, writes) => {
			const vault = createMemoryNotes();
			await importInto(vault, first);
			const before = contentOf(vault);
			await importInto(vault, second, writes);
			const isBegun = journalsOf(vault).includes(".pending");
			await importInto(vault, second);
			if (!isBegun) return;
			expect(await undo(vault)).toBe(true);
			expect(contentOf(vault)).toEqual(before);
		}),
		{ numRuns: 40 },
	);
}, 120_000);

test("a second undo changes nothing", async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (all) => {
			const vault = createMemoryNotes();
			const person = new Person();
			for (const step of all) await play(vault, person, step);
			await undo(vault);
			const before = contentOf(vault);
			expect(await undoIn(vault)).toMatchObject({ imported: null, isWhole: true });
			expect(contentOf(vault)).toEqual(before);
		}),
		{ numRuns: 60 },
	);
}, 120_000);
