import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttackBundleInSteps } from "../../../src/core/attack/read-bundle";
import { finishSteps } from "../../../src/core/text/steps";
import { readFixture } from "./attack-fixtures";
import { bundleText, technique } from "./stix-builder";
import { buildAttackCatalog, readAttackBundle } from "../../support/read-attack";

function read(name: string) {
	return readAttackBundle(name, readFixture(name));
}

describe("a file that is no ATT&CK bundle", () => {
	it.each([
		["cut-short.json", 121, "read-syntax", /the text ends in the middle of a string/],
		["no-json.json", 4, "read-syntax", /unexpected "\}"/],
		["no-bundle.json", null, "read-unrecognised", /no STIX bundle/],
		["other-stix.json", null, "read-unrecognised", /nothing of ATT&CK/],
	])("%s gives one problem with file, line and reason", (name, line, code, message) => {
		const { bundle, problems } = read(name);
		expect(bundle).toBeUndefined();
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({ file: name, line, code, severity: "error" });
		expect(problems[0]?.message).toMatch(message);
	});

	it.each([
		["", 1, "the text is empty"],
		["{", 1, "the text ends before the last bracket is closed"],
		["null", null, "no STIX bundle"],
		["[]", null, "no STIX bundle"],
		['{"type":"bundle","objects":[]}', null, "nothing of ATT&CK"],
		['{"type":"bundle","objects":{}}', null, "no STIX bundle"],
	])("%j is refused", (text, line, message) => {
		const { bundle, problems } = readAttackBundle("x.json", text);
		expect(bundle).toBeUndefined();
		expect(problems).toMatchObject([{ file: "x.json", line }]);
		expect(problems[0]?.message).toContain(message);
	});

	it("in another encoding than it should be is told with the line, however late that shows", () => {
		const text = `[\n${JSON.stringify({ a: "x".repeat(40_000) })},\n"caf`;
		const bytes = Uint8Array.from([...new TextEncoder().encode(text), 0xe9, 0x22, 0x5d]);
		const { bundle, problems } = finishSteps(readAttackBundleInSteps("x.json", bytes));
		expect(bundle).toBeUndefined();
		expect(problems).toMatchObject([{ file: "x.json", line: 3, code: "read-encoding" }]);
	});

	it("may be UTF-16", () => {
		const text = `\uFEFF${bundleText(technique("T1001"))}`;
		const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
		const bytes = new Uint8Array(units.buffer);
		const { bundle } = finishSteps(readAttackBundleInSteps("x.json", bytes));
		expect(bundle?.records).toHaveLength(1);
	});

	it("may start with a byte order mark", () => {
		const text = `\uFEFF${bundleText(technique("T1001"))}`;
		expect(readAttackBundle("x.json", text).bundle?.records).toHaveLength(1);
	});

	it("may be a bare object", () => {
		const text = JSON.stringify(technique("T1001"));
		expect(readAttackBundle("x.json", text).bundle?.records).toHaveLength(1);
	});
});

describe("malformed objects", () => {
	const { bundle, problems } = read("malformed-objects.json");

	it("are named one by one, with a line where they have an id, and the rest goes on", () => {
		expect(problems.map(({ message }) => message.replace(/ \(.*?\)/, ""))).toEqual([
			"object 2 is malformed: it is no object",
			"object 3 is malformed: it has no id",
			"object 4 is malformed: it has no type",
			'object 5 is malformed: "name" is no text',
			"object 5 is malformed: it has no name",
			'object 7 is malformed: "description" is no text',
			'object 8 is malformed: "kill_chain_phases" holds something that is no object',
			'object 8 is malformed: "x_mitre_platforms" holds something that is no text',
			"object 9 is malformed: it has no source_ref",
			"object 10 is malformed: it is no object",
			"object 11 is malformed: it is no object",
			"attack patterns of other catalogues were left out: 1 of capec",
		]);
		const lines = readFixture("malformed-objects.json").split("\n");
		for (const { line, message } of problems) {
			const id = /\((.*?)\)/.exec(message)?.[1];
			if (id === undefined) expect(line).toBeNull();
			else expect(lines[(line ?? 0) - 1]).toContain(`"id": "${id}"`);
		}
	});

	it("give what could be understood of them", () => {
		const { catalog } = buildAttackCatalog(bundle === undefined ? [] : [bundle], "1");
		expect(
			catalog.techniques.map(({ id, platforms, description }) => [id, platforms, description]),
		).toEqual([
			["T1001", [], "Fine."],
			["T1003", [], ""],
			["T1004", ["Windows"], "Fine."],
		]);
	});

	it("are counted beyond twenty", () => {
		const many = Array.from({ length: 1000 }, () => ({ type: "attack-pattern" }));
		const result = readAttackBundle("x.json", bundleText(technique("T1001"), ...many));
		expect(result.problems).toHaveLength(21);
		expect(result.problems[20]?.message).toBe("980 more objects are malformed");
		expect(result.bundle?.records).toHaveLength(1);
	});
});

describe("hostile objects", () => {
	it("never make the reader throw, nor reach the prototype", () => {
		const value = fc.anything({ withNullPrototype: false, maxDepth: 3 });
		const object = fc.record(
			{
				type: fc.constantFrom(
					"attack-pattern",
					"relationship",
					"x-mitre-tactic",
					"x-mitre-analytic",
					"tool",
				),
				id: fc.constantFrom("a--1", "a--2", "__proto__", "constructor"),
				name: value,
				external_references: value,
				kill_chain_phases: value,
				relationship_type: fc.constantFrom("uses", "revoked-by", "detects", "subtechnique-of", 7),
				source_ref: fc.constantFrom("a--1", "__proto__"),
				target_ref: fc.constantFrom("a--2", "constructor"),
				x_mitre_log_source_references: value,
				x_mitre_shortname: value,
			},
			{ requiredKeys: ["type"] },
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(object, value), { maxLength: 12 }), (objects) => {
				let text: string;
				try {
					text = bundleText(...objects);
				} catch {
					return;
				}
				const { bundle } = readAttackBundle("x.json", text);
				buildAttackCatalog(bundle === undefined ? [] : [bundle], undefined);
			}),
		);
		expect(Object.hasOwn(Object.prototype, "name")).toBe(false);
	});

	it("make circles of sub-techniques and successors that end", () => {
		const text = bundleText(
			technique("T1001"),
			technique("T1002"),
			{
				type: "relationship",
				id: "r--1",
				relationship_type: "subtechnique-of",
				source_ref: "attack-pattern--T1001",
				target_ref: "attack-pattern--T1002",
			},
			{
				type: "relationship",
				id: "r--2",
				relationship_type: "subtechnique-of",
				source_ref: "attack-pattern--T1002",
				target_ref: "attack-pattern--T1001",
			},
		);
		const { bundle } = readAttackBundle("x.json", text);
		const { catalog } = buildAttackCatalog(bundle === undefined ? [] : [bundle], undefined);
		expect(catalog.techniques.map(({ id, parent }) => [id, parent])).toEqual([
			["T1001", "T1002"],
			["T1002", "T1001"],
		]);
	});
});
