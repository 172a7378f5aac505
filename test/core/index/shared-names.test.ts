import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLinkResolver } from "../../../src/core/index/link-resolver";
import { createVaultIndex } from "../../../src/core/index/vault-index";

const STAT = { ctime: 0, mtime: 0, size: 0 };
const FOLDERS = ["", "a/", "b/", "A/", "a/b/", "a/b/c/", "b/a/", "c/", "d/", "e/", "f.md/", "é/"];
const path = fc
	.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom("N.md", "n.md", "M.md", "N.md.md"))
	.map(([folder, name]) => folder + name);
const target = fc.constantFrom(
	...["N", "n.md", "M", "a/N", "A/n", "b/N", "/N", "/a/b/N", "./N", "../N", "../a/M", "", "#x"],
	...["c/N", "N.md.md", "é/N", "e\u0301/M", "b/c/N", "x/N", "f.md/N"],
);

/** What a link means, by going through all paths. */
function resolvePlainly(paths: readonly string[], link: string, source: string) {
	const fold = (text: string): string => text.toLowerCase().replace(/\.md$/, "").normalize("NFC");
	const folderOf = (text: string): string => text.split("/").slice(0, -1).join("/");
	const name = link.replace(/#.*/, "");
	if (name === "") return paths.includes(source) ? source : undefined;
	const best = (found: readonly string[]): string | undefined =>
		[...found].sort((x, y) => x.length - y.length || (x < y ? -1 : 1))[0];
	const all = paths.filter((other) => fold(`/${other}`).endsWith(fold(`/${lastOf(name)}`)));
	if (!name.includes("/")) {
		const near = all.filter((other) => folderOf(other) === folderOf(source));
		return best(all.filter((other) => !other.includes("/"))) ?? best(near) ?? best(all);
	}
	const isRelative = name.startsWith(".");
	const wanted = isRelative
		? new URL(name, `file:///${source}`).pathname.slice(1)
		: name.replace(/^\//, "");
	const exact = all.filter((other) => fold(other) === fold(decodeURI(wanted)));
	if (isRelative || name.startsWith("/") || exact.length > 0) return best(exact);
	const ending = all.filter((other) => fold(other).endsWith(fold(`/${wanted}`)));
	const below = ending.filter((other) => folderOf(other).startsWith(folderOf(source)));
	return best(below) ?? best(ending);
}

function lastOf(text: string): string {
	return text.split("/").at(-1) ?? "";
}

describe("notes that share a name", () => {
	test("are found as when all of them are gone through", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(path, { maxLength: 40 }),
				fc.array(fc.tuple(target, path, fc.boolean()), { maxLength: 20 }),
				(paths, asked) => {
					const resolver = createLinkResolver();
					let there = paths;
					for (const one of paths) resolver.add(one);
					for (const [link, source, isRemoved] of asked) {
						if (isRemoved) resolver.remove(source);
						if (isRemoved) there = there.filter((other) => other !== source);
						expect(resolver.resolve(link, source)).toBe(resolvePlainly(there, link, source));
					}
				},
			),
		);
	});

	test("are linked to from where their links mean them, after any edit", () => {
		const note = fc.tuple(path, fc.array(target, { maxLength: 30 }));
		fc.assert(
			fc.property(fc.array(note, { maxLength: 30 }), (edits) => {
				const index = createVaultIndex();
				const links = new Map<string, readonly string[]>();
				for (const [at, targets] of edits) {
					index.put(at, targets.map((link) => `[[${link}]]`).join(" "), STAT);
					links.set(at, targets);
					const [asked = at] = links.keys();
					const expected = [...links]
						.filter(([source, all]) =>
							all.some((link) => index.resolve(link, source)?.path === asked),
						)
						.map(([source]) => source);
					expect(index.linksTo(asked)).toEqual(expected.sort());
				}
			}),
		);
	});

	test("do not make links among thousands of them slow", () => {
		const index = createVaultIndex();
		const count = 3000;
		for (let at = 0; at < count; at++) {
			index.put(`${at}/README.md`, `[[${(at + 1) % count}/README]] [[README]]`, STAT);
		}
		for (let at = 0; at < count; at++) {
			const before = `${(at + count - 1) % count}/README.md`;
			expect(index.linksTo(`${at}/README.md`)).toEqual([`${at}/README.md`, before].sort());
		}
	});
});

test("a note with thousands of links is not gone through for each note behind them", () => {
	const index = createVaultIndex();
	const count = 10_000;
	const all = Array.from({ length: count }, (_, at) => `N${at}`);
	index.put("Map.md", all.map((name) => `[[${name}]]`).join("\n"), STAT);
	for (const name of all) index.put(`${name}.md`, "", STAT);
	for (const name of all) expect(index.linksTo(`${name}.md`)).toEqual(["Map.md"]);
});
