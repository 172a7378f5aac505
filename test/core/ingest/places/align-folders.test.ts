import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignFolders, nameKnown } from "../../../../src/core/ingest/places/align-folders";
import { placeRules } from "../../../../src/core/ingest/places/place-rules";

const FILES = ["rules/a/1.yml", "rules/a/2.yml", "rules/b/3.yml"];

function pair(known: string, path: string) {
	return FILES.map((file) => ({ known: known + file, path: path + file }));
}

describe("the folders of an argument are known again", () => {
	test.each([
		["as they are", "sigma/", "sigma/", "sigma/rules/a/9.yml"],
		["under another release's name", "sigma-r1/", "sigma-r2/", "sigma-r1/rules/a/9.yml"],
		["in a zip", "sigma/", "sigma.zip/sigma/", "sigma/rules/a/9.yml"],
		["in a zip that has a name of its own", "sigma/", "r.zip/sigma-r2/", "sigma/rules/a/9.yml"],
		["inside a larger folder", "", "all/sigma/", "rules/a/9.yml"],
		["out of a larger one", "all/sigma/", "", "all/sigma/rules/a/9.yml"],
	])("%s", (_name, known, path, expected) => {
		expect(nameKnown(`${path}rules/a/9.yml`, alignFolders(pair(known, path)))).toBe(expected);
	});

	test("a file that moved does not take its new neighbours along", () => {
		const moved = { known: "s/rules/a/4.yml", path: "s/rules/b/4.yml" };
		const folders = alignFolders([...pair("s/", "s/"), moved]);
		expect(nameKnown("s/rules/b/4.yml", folders)).toBe("s/rules/b/4.yml");
		expect(nameKnown("s/rules/b/3.yml", folders)).toBe("s/rules/b/3.yml");
	});

	test("files that moved to a new folder are there, with it or alone", () => {
		for (const folder of ["x/", ""]) {
			const moved = [5, 6].map((n) => ({
				known: `s/rules/a/${folder}${n}.yml`,
				path: `t/rules/new/${folder}${n}.yml`,
			}));
			const folders = alignFolders([...pair("s/", "t/"), ...moved]);
			expect(nameKnown(`t/rules/new/${folder}5.yml`, folders)).toBe(`s/rules/new/${folder}5.yml`);
		}
	});

	test("a part that was read before, and the whole around it, keep their names", () => {
		const part = ["win/1.yml", "win/2.yml"].map((file) => ({
			known: file,
			path: `s/rules/${file}`,
		}));
		const rest = ["hunt/3.yml", "hunt/4.yml"].map((file) => ({
			known: `s/${file}`,
			path: `s/${file}`,
		}));
		const folders = alignFolders([...part, ...rest]);
		expect(nameKnown("s/rules/win/9.yml", folders)).toBe("win/9.yml");
		expect(nameKnown("s/hunt/9.yml", folders)).toBe("s/hunt/9.yml");
	});

	test("not by a few rules that another repository has too", () => {
		const others = [5, 6, 7, 8, 9].flatMap((n) =>
			["a", "b"].map((folder) => ({ path: `s/rules/${folder}/${n}.yml` })),
		);
		expect(alignFolders([...pair("s/", "s/"), ...others]).size).toBe(0);
	});

	test("a file that was renamed says nothing", () => {
		expect(alignFolders([{ known: "s/rules/old.yml", path: "t/rules/new.yml" }]).size).toBe(0);
	});
});

test("what was read twice in the same state is placed the same, whatever was known before", () => {
	const folder = fc.constantFrom("a", "b", "c", "a/b", "b/a", "c/b/a", "a/a");
	const file = fc.tuple(folder, fc.nat(5)).map(([path, n]) => `${path}/${n}.yml`);
	const read = fc.uniqueArray(fc.record({ id: fc.nat(30), path: file }), {
		selector: ({ id }) => id,
	});
	const before = fc.dictionary(fc.nat(30).map(String), file);
	fc.assert(
		fc.property(read, read, before, (first, second, known) => {
			const lists = [first, second].map((rules, at) => {
				const argument = { name: `argument ${at}`, files: new Map<string, boolean>() };
				return rules.map(({ id, path }) => ({ id: `${at}-${id}`, path, argument }));
			});
			const rules = lists.flat();
			const given = [...new Set(rules.map(({ argument }) => argument))];
			const place = (places: ReadonlyMap<string, string>) =>
				new Map(placeRules(rules, places, given).flatMap((each) => [...each.places]));
			const once = place(new Map(Object.entries(known).map(([id, at]) => [`0-${id}`, at])));
			expect(place(once)).toEqual(once);
		}),
	);
});

test("two collections of one name are kept apart", () => {
	const [one, two] = ["team a/rules", "team b/rules"].map((name) => ({
		name,
		files: new Map<string, boolean>(),
	}));
	if (one === undefined || two === undefined) throw new Error("two are made");
	const rules = [
		{ id: "1", path: "rules/1.yml", argument: one },
		{ id: "2", path: "rules/2.yml", argument: two },
	];
	const places = placeRules(rules, new Map(), [one, two]).flatMap((each) => [...each.places]);
	expect(places).toEqual([
		["1", "rules/1.yml"],
		["2", "rules 2/2.yml"],
	]);
});
