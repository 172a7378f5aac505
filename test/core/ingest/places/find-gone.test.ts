import { describe, expect, test } from "vitest";
import { findGone } from "../../../../src/core/ingest/places/find-gone";
import { placeRules } from "../../../../src/core/ingest/places/place-rules";

interface Scene {
	/** What the vault knows: the file of each rule by id. */
	readonly known: Readonly<Record<string, string>>;
	/** What was read: the files of the argument; a rule is found by its file's base name. */
	readonly read: readonly string[];
	readonly unclear?: readonly string[];
	readonly marked?: readonly string[];
	readonly twins?: readonly string[];
}

const idOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function listGone({ known, read, unclear = [], marked = [], twins = [] }: Scene) {
	const files = new Map([
		...read.map((path): [string, boolean] => [path, true]),
		...unclear.map((path): [string, boolean] => [path, false]),
	]);
	const argument = { name: "argument", files };
	const found = read.filter((path) => idOf(path) in known);
	const rules = found.map((path) => ({ id: idOf(path), path, argument }));
	const places = new Map(Object.entries(known));
	const seen = new Set(found.map(idOf));
	const missing = [...places]
		.filter(([id]) => !seen.has(id))
		.map(([id, place]) => ({
			...{ id, place },
			isMarked: marked.includes(id),
			hasTwin: twins.includes(id),
		}));
	return placeRules(rules, places, [argument]).flatMap((placed) => findGone(missing, placed));
}

/** Numbered files of a folder. */
function files(folder: string, count: number, from = 0): string[] {
	return Array.from({ length: count }, (_, at) => `${folder}/${idOf(folder)}${from + at}`);
}

function know(...paths: readonly string[]): Record<string, string> {
	return Object.fromEntries(paths.map((path) => [idOf(path), path]));
}

const WHOLE = [...files("s/rules/win", 40), ...files("s/rules/linux", 20), ...files("s/hunt", 8)];

describe("a rule is gone", () => {
	test("where all around it is found again", () => {
		const read = WHOLE.filter((path) => !path.endsWith("/win7"));
		expect(listGone({ known: know(...WHOLE), read })).toEqual(["win7"]);
	});

	test("though the repository has another name, and comes in a zip", () => {
		const read = WHOLE.slice(1).map((path) => `s.zip/s-r2${path.slice(1)}`);
		expect(listGone({ known: know(...WHOLE), read })).toEqual(["win0"]);
	});

	test("though only its folder was read", () => {
		const read = files("win", 39, 1);
		expect(listGone({ known: know(...WHOLE), read })).toEqual(["win0"]);
	});

	test("with its folder, where that held next to nothing", () => {
		const known = know(...WHOLE, "s/rules/odd/odd1");
		expect(listGone({ known, read: WHOLE })).toEqual(["odd1"]);
	});

	test("in a small collection of files in one folder, which may be renamed", () => {
		const known = know(...files("mine", 5));
		expect(listGone({ known, read: files("mine", 4, 1) })).toEqual(["mine0"]);
		const read = files("mine", 4, 1).map((path) => path.replace("mine/", "mine v2/"));
		expect(listGone({ known, read })).toEqual(["mine0"]);
	});

	test("once it was found gone, however much is missing now", () => {
		const read = WHOLE.slice(30);
		expect(listGone({ known: know(...WHOLE), read, marked: ["win3"] })).toEqual(["win3"]);
	});
});

describe("a rule is not gone", () => {
	const known = know(...WHOLE);
	test.each<[string, Scene]>([
		["where it lies in another folder", { known, read: files("win", 40) }],
		[
			"where a file of its name is found elsewhere",
			{ known, read: [...WHOLE.slice(1), "s/new/win0"] },
		],
		["where nothing is found beside it", { known, read: files("t/rules/other", 40) }],
		["where half of its folder is missing", { known, read: WHOLE.slice(20) }],
		["where each third of all is missing", { known, read: WHOLE.filter((_, at) => at % 3 > 0) }],
		[
			"where its folder is missing as a whole",
			{ known, read: WHOLE.filter((path) => !path.includes("linux")) },
		],
		[
			"where the first folder on the way is missing",
			{ known: know(...WHOLE, "s/odd/odd1"), read: WHOLE },
		],
		["where a single file was read", { known, read: ["win1"] }],
		["where its file is broken", { known, read: WHOLE.slice(1), unclear: ["s/rules/win/win0"] }],
		[
			"where its folder is missing beside a larger one",
			{
				known: know(...WHOLE, ...files("s/rules/mac", 4), "s/rules/odd/odd1"),
				read: WHOLE,
			},
		],
		[
			"where a broken file of its name lies elsewhere",
			{ known, read: WHOLE.slice(1), unclear: ["s/new/win0"] },
		],
		[
			"where a folder above it could not be read",
			{ known, read: WHOLE.filter((path) => path !== "s/hunt/hunt1"), unclear: ["s/hunt"] },
		],
		[
			"where another repository has a copy of most of its folder",
			{ known, read: [...files("t/detections/linux", 19, 1), ...files("t/other", 3)] },
		],
		[
			"where files of its folder were copied into another one",
			{
				known: know(...WHOLE, ...files("s/rules/x", 4)),
				read: ["t/mine/x0", "t/mine/x1", "t/mine/x2"],
			},
		],
		[
			"where its collection lies beside the one that was read",
			{ known: know(...WHOLE, "u/one"), read: WHOLE },
		],
		["where few are found", { known: know(...files("mine", 3)), read: files("mine", 2) }],
	])("%s", (_name, scene) => {
		expect(listGone(scene)).toEqual([]);
	});

	test("where its file is there, with another rule of its id", () => {
		const read = [...WHOLE.slice(1), "s/rules/win/win0@win"];
		const scene: Scene = {
			known: { ...know(...WHOLE.slice(1)), "win0@w": "s/rules/win/win0@win" },
			...{ read, twins: ["win0@w"] },
		};
		expect(listGone(scene)).toEqual([]);
	});
});
