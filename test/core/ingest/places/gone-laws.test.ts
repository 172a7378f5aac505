import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { applyImport } from "../../../../src/core/ingest/apply-import";
import type { ImportHost } from "../../../../src/core/ingest/import-plan";
import { planImport } from "../../../../src/core/ingest/plan-import";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemorySource } from "../../../../src/core/ports/memory-sources";
import { createTestHost } from "../../../support/import-into";
import { createKillableNotes, KilledError } from "../../../support/killable-notes";
import { collectionFile, collectionId, writeCollection } from "../../../support/rule-collection";
import { cloneVault, contentOf } from "../../../support/undo-in";

/** What is imported under one argument: the numbers of the rules, and the folder by which it is called. */
interface Argument {
	readonly name: string;
	readonly root: string;
	/** The part of the repository that is named, "" for the whole. */
	readonly part: string;
	readonly numbers: readonly number[];
}

const numbersFrom = (from: number, count: number): number[] =>
	Array.from({ length: count }, (_, at) => from + at);

/** Three repositories, two of which are called alike. */
const REPOSITORIES: readonly Argument[] = [
	{ name: "a/sigma", root: "sigma", part: "", numbers: numbersFrom(0, 24) },
	{ name: "b/sigma", root: "sigma", part: "", numbers: numbersFrom(30, 3) },
	{ name: "c/other", root: "other", part: "", numbers: numbersFrom(40, 12) },
];

function isInPart({ part }: Argument, number: number): boolean {
	return `${collectionFile(number)}/`.startsWith(part === "" ? "" : `${part}/`);
}

function openArgument(argument: Argument) {
	const { name, root, part } = argument;
	const own = argument.numbers.filter((number) => isInPart(argument, number));
	const files = Object.entries(writeCollection(root, own)).map(([path, text]) => {
		const inside = part === "" ? path : path.slice(root.length + 1 + part.lastIndexOf("/") + 1);
		return [inside, text] as const;
	});
	return createMemorySource(part === "" ? name : `${name}/${part}`, Object.fromEntries(files));
}

async function importAll(vault: MemoryNotes, given: readonly Argument[], host?: ImportHost) {
	const rules = given.map(openArgument);
	const used = host ?? createTestHost(vault);
	const plan = await planImport({ attack: [], rules, atomics: [], notes: [] }, used);
	const { gone } = await applyImport(plan, used);
	return gone.map(({ id }) => id).sort();
}

let whole: MemoryNotes;
beforeAll(async () => {
	whole = createMemoryNotes();
	await importAll(whole, REPOSITORIES);
});

const repository = fc.constantFrom(...REPOSITORIES);
const part = fc.constantFrom(
	"",
	"",
	"rules",
	"rules/windows",
	"rules/windows/process",
	"rules/linux",
);
const selection = fc.oneof(
	fc.constant(() => true),
	fc.integer({ min: 2, max: 9 }).map((each) => (number: number) => number % each !== 0),
	fc.integer({ min: 0, max: 60 }).map((one) => (number: number) => number !== one),
);
const argument: fc.Arbitrary<Argument> = fc
	.record({ repository, part, selection, root: fc.option(fc.constantFrom("r1", "r2")) })
	.map(({ repository: from, part: named, selection: isTaken, root }) => ({
		...from,
		part: named,
		root: root ?? from.root,
		numbers: from.numbers.filter(isTaken),
	}));
const distinct = fc.uniqueArray(argument, { selector: ({ name }) => name, minLength: 1 });

describe("rules that are gone", () => {
	test("lie in a folder that was read, and in no file of it", async () => {
		await fc.assert(
			fc.asyncProperty(distinct, async (given) => {
				const vault = cloneVault(whole);
				const expected = given.flatMap((each) =>
					(REPOSITORIES.find(({ name }) => name === each.name)?.numbers ?? [])
						.filter((number) => isInPart(each, number) && !each.numbers.includes(number))
						.map(collectionId),
				);
				for (const id of await importAll(vault, given)) expect(expected).toContain(id);
			}),
			{ numRuns: 60 },
		);
	});

	test("are the same in whatever order the arguments stand", async () => {
		await fc.assert(
			fc.asyncProperty(distinct, async (given) => {
				const [one, other] = [cloneVault(whole), cloneVault(whole)];
				const gone = await importAll(one, given);
				expect(await importAll(other, [...given].reverse())).toEqual(gone);
				expect(contentOf(other)).toEqual(contentOf(one));
			}),
			{ numRuns: 20 },
		);
	});

	test("are found by the first import that can: the same once more changes nothing", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(distinct, { minLength: 2, maxLength: 3 }), async (imports) => {
				const vault = createMemoryNotes();
				for (const given of imports) {
					const gone = await importAll(vault, given);
					const before = contentOf(vault);
					expect(await importAll(vault, given)).toEqual(gone);
					expect(contentOf(vault)).toEqual(before);
				}
			}),
			{ numRuns: 40 },
		);
	});

	const deleted = fc.record({
		few: fc.uniqueArray(fc.constantFrom(...numbersFrom(0, 24)), { minLength: 1, maxLength: 3 }),
		root: fc.constantFrom("sigma", "sigma-r2", "x.zip/sigma", "home/all"),
		kill: fc.nat(12),
	});
	const without = (few: readonly number[], root: string): Argument[] =>
		REPOSITORIES.map((each) => ({
			...each,
			root: each.name === "a/sigma" ? root : each.root,
			numbers: each.numbers.filter((number) => !few.includes(number)),
		}));

	test("are exactly those that upstream deleted, and all is as before when they come back", async () => {
		await fc.assert(
			fc.asyncProperty(deleted, async ({ few, root }) => {
				const vault = cloneVault(whole);
				const expected = few.map(collectionId).sort();
				expect(await importAll(vault, without(few, root))).toEqual(expected);
				const marked = contentOf(vault);
				expect(await importAll(vault, without(few, "later"))).toEqual(expected);
				expect(contentOf(vault)).toEqual(marked);
				expect(await importAll(vault, without([], root))).toEqual([]);
				expect(contentOf(vault)).toEqual(contentOf(whole));
			}),
			{ numRuns: 20 },
		);
	});

	test("are marked all the same after an import that was killed", async () => {
		await fc.assert(
			fc.asyncProperty(deleted, async ({ few, root, kill }) => {
				const [vault, other] = [cloneVault(whole), cloneVault(whole)];
				const host = createTestHost(createKillableNotes(vault, kill));
				await importAll(vault, without(few, root), host).catch((error: unknown) => {
					if (!(error instanceof KilledError)) throw error;
				});
				const gone = await importAll(vault, without(few, root));
				expect(gone).toEqual(await importAll(other, without(few, root)));
				expect(gone).toHaveLength(few.length);
				expect(contentOf(vault)).toEqual(contentOf(other));
			}),
			{ numRuns: 20 },
		);
	});
});
