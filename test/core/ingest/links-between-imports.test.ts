import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { ImportPlan } from "../../../src/core/ingest/import-plan";
import { importInto } from "../../support/import-into";
import type { TestSources } from "../../support/import-into";
import { bundleText, relation, technique } from "../attack/stix-builder";

const link = (id: string): string =>
	`[${id}](https://attack.mitre.org/techniques/${id.replace(".", "/")})`;
const sub = { x_mitre_is_subtechnique: true };

const NAMES = new Map([
	["T1001", "Alpha"],
	["T1002", "Beta"],
	["T1002.001", "Sub"],
	["T1003", "Gamma"],
	["T1004", "Delta"],
	["T1005", "Epsilon"],
]);

/** Upstream at several times: techniques are revoked, renamed, given up and gone, rules are renamed. */
function upstreamAt(age: number): TestSources {
	const all = [...NAMES.keys()];
	const objects = all.flatMap((id) => {
		if (id === "T1005" && age === 2) return [];
		const revoked = id === "T1003" && age > 0 ? { revoked: true } : {};
		const dropped = id === "T1004" && age > 1 ? { x_mitre_deprecated: true } : {};
		return [
			technique(id, {
				name: id === "T1002" && age > 1 ? "Renamed" : (NAMES.get(id) ?? id),
				description: `See ${all
					.filter((other) => other !== id)
					.map(link)
					.join(", ")}.`,
				...(id.includes(".") ? sub : {}),
				...revoked,
				...dropped,
			}),
		];
	});
	const moves = age > 0 ? [relation("revoked-by", "T1003", "T1001")] : [];
	const kin = relation("subtechnique-of", "T1002.001", "T1002");
	return {
		attack: { "a.json": bundleText(...objects, kin, ...moves) },
		rules: {
			"a.yml": rule(1, "Same", "t1002", 2),
			"b.yml": rule(2, "Same", "t1003", 3),
			"c.yml": rule(3, age > 1 ? "Other" : "Own", "t1002.001", 1),
		},
		atomics: { "T1002.yaml": atomic("T1002", 1), "T1003.yaml": atomic("T1003", 2) },
	};
}

function guid(kind: number, n: number): string {
	return `${kind}${n}000000-0000-4000-8000-000000000000`;
}

function rule(n: number, title: string, tag: string, related: number): string {
	return [
		`title: ${title}`,
		`id: ${guid(1, n)}`,
		"status: test",
		"related:",
		`    - id: ${guid(1, related)}`,
		"      type: similar",
		`tags: [attack.${tag}]`,
		"logsource: { product: windows }",
		"detection: { selection: { Image: a.exe }, condition: selection }",
		"simulation:",
		"    - type: atomic-red-team",
		"      name: Test",
		`      technique: ${tag.toUpperCase()}`,
		`      atomic_guid: ${guid(2, n)}`,
		"level: low",
		"",
	].join("\n");
}

function atomic(id: string, n: number): string {
	return [
		`attack_technique: ${id}`,
		`display_name: ${NAMES.get(id) ?? id}`,
		"atomic_tests:",
		"- name: Test",
		`  auto_generated_guid: ${guid(2, n)}`,
		"  description: Does it.",
		"  supported_platforms: [windows]",
		"  executor: { name: command_prompt, command: whoami }",
		"",
	].join("\n");
}

/** What a person does to one note, or to two; numbers pick them. */
type Deed = readonly [deed: string, one: number, other: number];
const DEEDS: Readonly<Record<string, (vault: MemoryNotes, one: string, other: string) => void>> = {
	move: (vault, one) => rename(vault, one, `Archive/${nameOf(one)}`),
	rename: (vault, one) => rename(vault, one, one.replace(/\.md$/, " mine.md")),
	"change case": (vault, one) =>
		rename(vault, one, folderOf(one) + nameOf(one).toUpperCase().replace(/MD$/, "md")),
	"take another's name": (vault, one, other) => rename(vault, one, `Twins/${nameOf(other)}`),
	swap(vault, one, other) {
		const [a, b] = [vault.notes.get(one) ?? "", vault.notes.get(other) ?? ""];
		vault.notes.set(one, b).set(other, a);
	},
	copy: (vault, one) => vault.notes.set(one.replace(/\.md$/, " 1.md"), vault.notes.get(one) ?? ""),
	"copy elsewhere": (vault, one) =>
		vault.notes.set(`Copies/${nameOf(one)}`, vault.notes.get(one) ?? ""),
	"own note of that name": (vault, one) => vault.notes.set(`Own/${nameOf(one)}`, "Mine.\n"),
	delete: (vault, one) => vault.notes.delete(one),
	"lose id": (vault, one) =>
		change(vault, one, (text) => text.replace(/^(?:attack|rule|runbook)_id:.*\n/m, "")),
	"lose front matter": (vault, one) =>
		change(vault, one, (text) => text.replace(/^---\n[\s\S]*?\n---\n/, "")),
	"break front matter": (vault, one) =>
		change(vault, one, (text) => text.replace("---\n", "---\nbad: [\n")),
	write: (vault, one) => change(vault, one, (text) => `${text}\nMine.\n`),
};

function change(vault: MemoryNotes, path: string, edit: (text: string) => string): void {
	vault.notes.set(path, edit(vault.notes.get(path) ?? ""));
}

function rename(vault: MemoryNotes, from: string, to: string): void {
	if (vault.notes.has(to)) return;
	vault.notes.set(to, vault.notes.get(from) ?? "");
	vault.notes.delete(from);
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf("/") + 1);
}

function listOwn(vault: MemoryNotes): string[] {
	return [...vault.notes.keys()]
		.filter((path) => !path.startsWith(`${DEFAULT_FOLDERS.home}/`))
		.sort();
}

function perform(vault: MemoryNotes, [deed, one, other]: Deed): void {
	const paths = listOwn(vault);
	const [first, second] = [paths[one % paths.length], paths[other % paths.length]];
	if (first !== undefined && second !== undefined) DEEDS[deed]?.(vault, first, second);
}

/** Where a wikilink leads as Obsidian has it: a path, or the only note of a base name. */
function follow(vault: MemoryNotes, target: string): string | undefined {
	const wanted = `${target}.md`.toLowerCase();
	const paths = [...vault.notes.keys()];
	const exact = paths.find((path) => path.toLowerCase() === wanted);
	if (exact !== undefined || target.includes("/")) return exact;
	const named = paths.filter((path) => nameOf(path).toLowerCase() === wanted);
	return named.length > 1 ? `${named.length} notes` : named[0];
}

const SUCCESSORS = new Map([["T1003", ["T1001"]]]);

const LINK = /\[\[([^\]|#]+)\|(T\d{4}(?:\.\d{3})?)\b/g;

/** Links of written notes that lead to another note than that of the technique they name, or nowhere though it has one. */
function listStray(vault: MemoryNotes, { notes }: ImportPlan, earlier: Set<string>): string[] {
	const present = notes.filter(({ after }) => after !== "");
	const ids = new Map(present.map(({ path, id }) => [path, id]));
	// One that upstream has no more is not planned, and goes by its name where it lost its id.
	const idOf = (path: string): string | undefined =>
		ids.get(path) ??
		/^attack_id: (.+)$/m.exec(vault.notes.get(path) ?? "")?.[1] ??
		/T\d{4}(?:\.\d{3})?/.exec(path)?.[0];
	const placeOf = (path: string, id: string): string => `${path.toLowerCase()} ${id}`;
	for (const [path, id] of ids) earlier.add(placeOf(path, id));
	// Of a note that is gone the links stay, whatever takes its place.
	const wasThere = (path: string, wanted: readonly string[]): boolean =>
		wanted.some((id) => earlier.has(placeOf(path, id)));
	const hasNote = (id: string): boolean =>
		present.some((note) => note.kind === "technique" && note.id === id);
	return present.flatMap(({ path, after }) => {
		// These are not drafted again.
		if (/^(?:attack_status: |bad: )/m.test(after)) return [];
		// A related rule is called what its note is called.
		const prose = after.replace(/^---\n[\s\S]*?\n---\n|^- Similar: .*/gm, "");
		return [...prose.matchAll(LINK)].flatMap(([link, target = "", named = ""]) => {
			const wanted = [named, ...(SUCCESSORS.get(named) ?? [])];
			const found = follow(vault, target);
			const isRight =
				found === undefined
					? !wanted.every(hasNote)
					: wanted.includes(idOf(found) ?? "") || (!hasNote(named) && wasThere(found, wanted));
			return isRight ? [] : [`${path}: ${link} leads to ${found ?? "nothing"}`];
		});
	});
}

const deeds = fc.array(fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.nat(40), fc.nat(40)), {
	maxLength: 6,
});

describe("imports with moves, renames, copies and deletions between them", () => {
	it("the second of two writes nothing, and links of written notes lead to the notes that they name", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), deeds), { maxLength: 3 }), async (rounds) => {
				const vault = createMemoryNotes();
				const earlier = new Set<string>();
				const hasCopies = rounds
					.flatMap(([, done]) => done)
					.some(([deed]) => deed.startsWith("copy"));
				const first = await importInto(vault, upstreamAt(0));
				listStray(vault, first.plan, earlier);
				for (const [age, done] of rounds) {
					for (const deed of done) perform(vault, deed);
					await importInto(vault, upstreamAt(age));
					const before = new Map(vault.notes);
					vault.written.length = 0;
					const { plan } = await importInto(vault, upstreamAt(age));
					// A copy that becomes the note since the other one is gone has missed what that one got.
					if (!hasCopies) expect(listStray(vault, plan, earlier)).toEqual([]);
					expect(
						vault.written.map((path) => [path, before.get(path), vault.notes.get(path)]),
					).toEqual([]);
				}
			}),
			{ numRuns: 20 },
		);
	}, 120_000);
});

const ALPHA = "Techniques/T1001 - Alpha.md";

describe("a copy of a note", () => {
	it("does not take its place, whatever it is called", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, upstreamAt(0));
		const text = vault.notes.get(ALPHA) ?? "";
		for (const path of ["Archive/T1001 - Alpha.md", ALPHA.replace(".md", " 1.md")])
			vault.notes.set(path, text);
		const { plan } = await importInto(vault, upstreamAt(1));
		const planned = plan.notes.filter(({ id }) => id === "T1001");
		expect(planned.map(({ path }) => path)).toEqual([ALPHA]);
		expect(vault.notes.get("Archive/T1001 - Alpha.md")).toBe(text);
	});
});

describe("a copy of a note that was deleted", () => {
	it("becomes the note as it stands, and gets what upstream changes from then on", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, upstreamAt(0));
		const copy = "Archive/Beta.md";
		rename(vault, "Techniques/T1002 - Beta.md", copy);
		change(vault, copy, (text) => `${text}\nMine.\n`);
		vault.notes.set("Techniques/T1002 - Beta.md", vault.notes.get(copy) ?? "");
		await importInto(vault, upstreamAt(0));
		vault.notes.delete("Techniques/T1002 - Beta.md");
		const { plan } = await importInto(vault, upstreamAt(2));
		expect(plan.notes.find(({ id }) => id === "T1002")).toMatchObject({ path: copy });
		expect(vault.notes.get(copy)).toMatch(/^name: Renamed$[\s\S]*\nMine\.\n$/m);
		expect(
			[...vault.notes.keys()].filter((path) => path.startsWith("Techniques/T1002 -")),
		).toHaveLength(0);
	});
});

describe("a note that the person deleted", () => {
	it("keeps its place in links, also where it would be called something else now", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, upstreamAt(0));
		vault.notes.delete("Techniques/T1002 - Beta.md");
		await importInto(vault, upstreamAt(2));
		expect(vault.notes.get(ALPHA)).toContain("[[T1002 - Beta|T1002]]");
		expect([...vault.notes.keys()].filter((path) => path.includes("T1002 -"))).toHaveLength(1);
	});

	it("does so where it only lost what told it", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, upstreamAt(0));
		const rule = "Detection Rules/Sigma/Own.md";
		vault.notes.set(rule, "Notes.\n");
		vault.written.length = 0;
		await importInto(vault, upstreamAt(0));
		expect(vault.written).toEqual([]);
	});
});
