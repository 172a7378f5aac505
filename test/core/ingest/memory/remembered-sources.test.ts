import { beforeAll, describe, expect, test } from "vitest";
import { applyImport } from "../../../../src/core/ingest/apply-import";
import type { ImportHost, ImportPlan } from "../../../../src/core/ingest/import-plan";
import { memoryPath } from "../../../../src/core/ingest/memory/source-memory";
import { planImport } from "../../../../src/core/ingest/plan-import";
import type { RuleLanes } from "../../../../src/core/ingest/rules/rule-lanes";
import { createInlineLanes } from "../../../../src/core/ingest/rules/rule-lanes";
import type { ImportResult } from "../../../../src/core/model/import-result";
import { DEFAULT_FOLDERS } from "../../../../src/core/model/settings";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createInlineZip } from "../../../support/inline-zip";
import type { TestSources } from "../../../support/import-into";
import { createTestHost, openSources, readSamples } from "../../../support/import-into";

const MEMORY = memoryPath(DEFAULT_FOLDERS);
const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const RULE_FILE = "sigma/windows/schtasks_system.yml";

let samples: Required<Pick<TestSources, "attack" | "rules" | "atomics">>;
let first: MemoryNotes;
beforeAll(async () => {
	samples = readSamples();
	first = createMemoryNotes();
	await importInto(first, samples);
});

/** What an import is given beside the vault. */
interface Given {
	readonly sources: TestSources;
	readonly host?: Partial<ImportHost>;
	readonly attackVersion?: string;
	readonly restore?: boolean;
}

async function importInto(
	vault: MemoryNotes,
	sources: TestSources,
	{ host = {}, ...options }: Omit<Given, "sources"> = {},
): Promise<{ readonly plan: ImportPlan; readonly result: ImportResult }> {
	const whole = { ...createTestHost(vault), buildStamp: "one build", ...host };
	const plan = await planImport({ ...openSources(sources), ...options }, whole);
	return { plan, result: await applyImport(plan, whole) };
}

function copyVault(vault: MemoryNotes): MemoryNotes {
	const copy = createMemoryNotes(Object.fromEntries(vault.notes));
	for (const [path, bytes] of vault.data) copy.data.set(path, bytes);
	return copy;
}

function listContent(vault: MemoryNotes): readonly (readonly [string, unknown])[] {
	const data = [...vault.data].filter(([path]) => path !== MEMORY);
	return [...vault.notes, ...data].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Imports once with the memory and once without, and sees that nothing tells them apart. */
async function expectSame(
	given: Given,
	change: (vault: MemoryNotes) => unknown = () => undefined,
): Promise<void> {
	const [withMemory, without] = [copyVault(first), copyVault(first)];
	without.data.delete(MEMORY);
	const [one, other] = [
		await importChanged(withMemory, given, change),
		await importChanged(without, given, change),
	];
	expect(one.result).toEqual(other.result);
	expect(one.plan.notes).toEqual(other.plan.notes);
	expect(listContent(withMemory)).toEqual(listContent(without));
}

async function importChanged(
	vault: MemoryNotes,
	{ sources, ...options }: Given,
	change: (vault: MemoryNotes) => unknown,
): ReturnType<typeof importInto> {
	await change(vault);
	return importInto(vault, sources, options);
}

function withRule(text: (before: string) => string): TestSources {
	const before = String(samples.rules[RULE_FILE]);
	expect(text(before)).not.toBe(before);
	return { ...samples, rules: { ...samples.rules, [RULE_FILE]: text(before) } };
}

/** Lanes that tell what they were left to do. */
function createWatchedLanes(): { readonly lanes: RuleLanes; readonly did: [number, number] } {
	const did: [number, number] = [0, 0];
	const inline = createInlineLanes();
	return {
		did,
		lanes: {
			begin(files, progress, known) {
				did[0] += files.length - known.size;
				const lane = inline.begin(files, progress, known);
				return {
					...lane,
					draft(orders, answers) {
						did[1] += orders.length;
						return lane.draft(orders, answers);
					},
				};
			},
		},
	};
}

describe("an import of files that an earlier one read", () => {
	test("reads and drafts no rule again where nothing changed, and writes nothing", async () => {
		const vault = copyVault(first);
		const { lanes: ruleLanes, did } = createWatchedLanes();
		const { result } = await importInto(vault, samples, { host: { ruleLanes } });
		expect(did).toEqual([0, 0]);
		expect(vault.written).toEqual([]);
		expect(result.unchanged).toBeGreaterThan(50);
	});

	test("reads and drafts the one rule that changed", async () => {
		const vault = copyVault(first);
		const { lanes: ruleLanes, did } = createWatchedLanes();
		const sources = withRule((text) => text.replace("level: ", "level:  "));
		await importInto(vault, sources, { host: { ruleLanes } });
		expect(did).toEqual([1, 1]);
	});

	test("remembers what the import of a part of the sources did not see", async () => {
		const vault = copyVault(first);
		const another = String(samples.rules[RULE_FILE]).replace(/^id: ./m, "id: f");
		await importInto(vault, { rules: { "elsewhere/new.yml": another } });
		const { lanes: ruleLanes, did } = createWatchedLanes();
		await importInto(vault, samples, { host: { ruleLanes } });
		expect(did).toEqual([0, 0]);
	});

	test("forgets everything with another build", async () => {
		const { lanes: ruleLanes, did } = createWatchedLanes();
		await importInto(copyVault(first), samples, { host: { ruleLanes, buildStamp: "another" } });
		expect(did[0]).toBe(Object.keys(samples.rules).length);
		expect(did[1]).toBeGreaterThan(40);
	});

	test.each(["cut short", "changed in one byte"])(
		"does without a memory that is %s",
		async (how) => {
			await expectSame({ sources: samples }, ({ data }) => {
				const bytes = Uint8Array.from(data.get(MEMORY) ?? []);
				if (bytes.length === 0) return;
				bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
				data.set(MEMORY, how === "cut short" ? bytes.subarray(0, bytes.length >> 1) : bytes);
			});
		},
	);
});

describe("an import that remembers gives what one without memory gives", () => {
	test("where nothing changed", () => expectSame({ sources: samples }));

	test("where a rule's file changed", () =>
		expectSame({ sources: withRule((text) => text.replace("title: ", "title: Other ")) }));

	test("where a rule's file is no rule any more", () =>
		expectSame({ sources: withRule(() => "nothing") }));

	test("where a rule's file is gone", () => {
		const rules = Object.entries(samples.rules).filter(([file]) => file !== RULE_FILE);
		return expectSame({ sources: { ...samples, rules: Object.fromEntries(rules) } });
	});

	test("where another rule has the same id, so that one is kept under another", () => {
		const rules = {
			...samples.rules,
			"a/twin.yml": `${String(samples.rules[RULE_FILE])}\n# more\n`,
		};
		return expectSame({ sources: { ...samples, rules } });
	});

	test("where files came in a zip, before and after one of them changed", async () => {
		const pack = (sources: TestSources): TestSources => ({
			...sources,
			rules: { "rules.zip": createInlineZip(sources.rules ?? {}) },
		});
		const zipped = pack(samples);
		const vault = createMemoryNotes();
		await importInto(vault, zipped);
		const changed = pack(withRule((text) => text.replace("title: ", "title: Other ")));
		const [one, other] = [copyVault(vault), copyVault(vault)];
		other.data.delete(MEMORY);
		for (const sources of [zipped, changed]) {
			expect((await importInto(one, sources)).plan.notes).toEqual(
				(await importInto(other, sources)).plan.notes,
			);
			expect(listContent(one)).toEqual(listContent(other));
			other.data.delete(MEMORY);
		}
	});

	test("where the sources come without ATT&CK, or with another version of it", async () => {
		await expectSame({ sources: { rules: samples.rules } });
		await expectSame({ sources: samples, attackVersion: "99.1" });
	});

	test("where ATT&CK has another name for a technique", () => {
		const attack = Object.fromEntries(
			Object.entries(samples.attack).map(([file, text]) => [
				file,
				String(text).replaceAll('"SSH"', '"Secure Shell"'),
			]),
		);
		return expectSame({ sources: { ...samples, attack } });
	});

	test("where a note was edited, moved, deleted, or made twice", async () => {
		const textOf = ({ notes }: MemoryNotes): string => notes.get(RULE) ?? "";
		await expectSame({ sources: samples }, (vault) =>
			vault.notes.set(RULE, textOf(vault).replace("### Notes", "### Notes\n\nMine.")),
		);
		await expectSame(
			{ sources: withRule((text) => text.replace("level: ", "level:  ")) },
			(vault) => vault.notes.set(RULE, `${textOf(vault)}\nMine.\n`),
		);
		await expectSame({ sources: samples }, (vault) => {
			vault.notes.set("Moved.md", textOf(vault));
			vault.notes.delete(RULE);
		});
		await expectSame({ sources: samples }, ({ notes }) => notes.delete(RULE));
		await expectSame({ sources: samples, restore: true }, ({ notes }) => notes.delete(RULE));
		await expectSame({ sources: samples }, (vault) => vault.notes.set("A copy.md", textOf(vault)));
	});

	test("where a technique's note that rules link to was moved", () =>
		expectSame({ sources: samples }, ({ notes }) => {
			for (const [path, text] of [...notes]) {
				if (!path.startsWith("Techniques/T1021.004")) continue;
				notes.delete(path);
				notes.set("SSH by another name.md", text);
			}
		}));

	test("where the folders are others", () =>
		expectSame({
			sources: samples,
			host: { folders: { ...DEFAULT_FOLDERS, techniques: "T", rules: "R" } },
		}));

	test("where the merge bases are lost, or an import did not end", async () => {
		await expectSame({ sources: samples }, ({ data }) => {
			for (const path of data.keys()) if (path.endsWith(".bases")) data.delete(path);
		});
		await expectSame({ sources: samples }, ({ data }) => {
			for (const [path, bytes] of [...data])
				if (path.endsWith(".bases")) data.set(`${path}.pending`, bytes);
		});
	});
});
