import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	EMPTY_ATTACK_DATA,
	mergeAttackData,
	toAttackData,
	type AttackData,
} from "../../../src/core/attack/attack-data";
import { readAttackData } from "../../../src/core/attack/read-attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { writeAttackData } from "../../../src/core/attack/write-attack-data";
import { buildFixtures } from "./attack-fixtures";

function dataOf(...names: readonly string[]): AttackData {
	return toAttackData(buildFixtures(names).catalog);
}

const v10 = dataOf("v10-stix-2.0-enterprise.json");
const v19 = dataOf("v19-stix-2.1-enterprise.json");
const ics = dataOf("v10-stix-2.1-ics.json");

describe("a vault's ATT&CK data", () => {
	it("is read as it was written", () => {
		for (const data of [v10, v19, ics, EMPTY_ATTACK_DATA, mergeAttackData(v10, ics)]) {
			const { data: read, problems } = readAttackData("attack.json", writeAttackData(data));
			expect(problems).toEqual([]);
			expect(read).toEqual(data);
		}
	});

	it("has one entry a line", () => {
		const lines = writeAttackData(v19).split("\n");
		const entry = lines.find((line) => line.includes('"id":"T1685.001"'));
		expect(entry).toBe(
			'{"id":"T1685.001","name":"Disable or Modify Windows Event Log","parent":"T1685",' +
				'"parentName":"Disable or Modify Tools","domain":"enterprise","tactics":["stealth","defense-impairment"]}',
		);
	});

	it("is what it can be where the file is damaged", () => {
		const text = writeAttackData(v19);
		const cut = text.slice(0, -40);
		expect(readAttackData("a", cut).problems).toMatchObject([
			{ code: "read-syntax", line: cut.split("\n").length },
		]);
		expect(readAttackData("a", '{"techniques": []}').problems).toMatchObject([
			{ code: "read-unrecognised" },
		]);
		const odd = text
			.replace('"shortName":"stealth"', '"shortName":[]')
			.replace('"kind":"group"', '"kind":"crowd"');
		const { data, problems } = readAttackData("a", odd);
		expect(data.techniques).toEqual(v19.techniques);
		expect(problems).toMatchObject([
			{ code: "attack-object", message: "1 entries could not be read and were left out." },
		]);
	});

	it("never throws, whatever it is read from", () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
				readAttackData("a", text);
				readAttackData("a", `{"format": 1, "techniques": ${text}, "actors": [${text}]}`);
			}),
		);
	});
});

describe("a further import", () => {
	it("adds a domain to those that are known", () => {
		const data = mergeAttackData(v19, ics);
		expect([...data.versions.keys()]).toEqual(["enterprise", "ics"]);
		expect(data.tactics.map(({ id }) => id)).toEqual(["TA0005", "TA0112", "TA0104", "TA0103"]);
		expect(data.techniques).toHaveLength(v19.techniques.length + ics.techniques.length);
	});

	it("changes nothing where it says the same", () => {
		expect(mergeAttackData(v19, v19)).toEqual(v19);
		expect(mergeAttackData(v19, EMPTY_ATTACK_DATA)).toEqual(v19);
	});

	it("retires what was active, and follows successors over both", () => {
		const before: AttackData = {
			...EMPTY_ATTACK_DATA,
			techniques: v19.techniques.map((technique) => ({ ...technique, id: "T1562" })).slice(0, 1),
			retired: [{ id: "T1089", name: "Disabling Security Tools", successor: "T1562", url: null }],
		};
		const data = mergeAttackData(before, v19);
		expect(data.techniques.map(({ id }) => id)).toEqual(["T1685", "T1685.001"]);
		const { resolve } = createTechniqueResolver(data);
		expect(resolve("T1089")).toEqual({ id: "T1685", outdated: true, known: true });
	});

	it("keeps what an actor uses in domains that were not imported", () => {
		const withActor = (data: AttackData, techniques: string[]): AttackData => ({
			...data,
			actors: [
				{
					kind: "group",
					id: "G1",
					name: "G",
					aliases: [],
					url: null,
					techniques,
					attributedTo: [],
				},
			],
		});
		const known = withActor(mergeAttackData(v19, ics), ["T0858", "T1685"]);
		const data = mergeAttackData(known, withActor(v19, ["T1685.001"]));
		expect(data.actors[0]?.techniques).toEqual(["T0858", "T1685.001"]);
	});
});
