import { describe, expect, it } from "vitest";
import { buildFixtures, techniqueOf } from "./attack-fixtures";
import { actor, catalogOf, relation, technique } from "./stix-builder";

describe("retired techniques", () => {
	it("lead to the active successor over several steps", () => {
		const result = buildFixtures(["v10-stix-2.0-enterprise.json"], "10");
		expect(result.catalog.retired.map(({ id, successor }) => [id, successor])).toEqual([
			["T1034", null],
			["T1145", "T1021.004"],
			["T1184", "T1021.004"],
		]);
		expect(techniqueOf(result, "T1021.004").formerIds).toEqual(["T1145", "T1184"]);
	});

	it("lead nowhere from a circle, to a deprecated technique, and without a relation", () => {
		const { catalog } = buildFixtures(["v19-stix-2.1-enterprise.json"]);
		expect(catalog.retired.map(({ id, successor }) => [id, successor])).toEqual([
			["T1562", "T1685"],
			["T1562.002", "T1685.001"],
			["T9001", null],
			["T9002", null],
			["T9003", null],
			["T9004", null],
		]);
		const alone = catalogOf(technique("T1000"), technique("T1001", { revoked: true }));
		expect(alone.catalog.retired).toMatchObject([{ id: "T1001", successor: null }]);
	});

	it("take the first successor that is active where there are several", () => {
		const { catalog } = catalogOf(
			technique("T1001", { revoked: true }),
			technique("T1002", { x_mitre_deprecated: true }),
			technique("T1003"),
			relation("revoked-by", "T1001", "T1002"),
			relation("revoked-by", "T1001", "T1003"),
		);
		expect(catalog.retired.find(({ id }) => id === "T1001")?.successor).toBe("T1003");
	});

	it("offer a choice where several active ones follow, at the one where the way parts", () => {
		const { catalog } = catalogOf(
			technique("T1001", { revoked: true }),
			technique("T1002", { revoked: true }),
			technique("T1003"),
			technique("T1004"),
			relation("revoked-by", "T1001", "T1002"),
			relation("revoked-by", "T1002", "T1004"),
			relation("revoked-by", "T1002", "T1003"),
		);
		expect(catalog.retired).toMatchObject([
			{ id: "T1001", successor: "T1002" },
			{ id: "T1002", successor: null, choices: ["T1003", "T1004"] },
		]);
	});

	it("do not follow a relation that is revoked itself", () => {
		const { catalog } = catalogOf(
			technique("T1001", { revoked: true }),
			technique("T1003"),
			relation("revoked-by", "T1001", "T1003", { revoked: true }),
		);
		expect(catalog.retired).toMatchObject([{ id: "T1001", successor: null }]);
	});

	it("are not retired where an active one has the same id", () => {
		const { catalog } = catalogOf(
			technique("T1001"),
			technique("T1001", { id: "attack-pattern--old", revoked: true }),
		);
		expect(catalog.techniques.map(({ id }) => id)).toEqual(["T1001"]);
		expect(catalog.retired).toEqual([]);
	});
});

describe("an id that two active objects claim", () => {
	it("goes to the one modified last, and is reported", () => {
		const later = { id: "attack-pattern--b", name: "Later", modified: "2021-01-01T00:00:00.000Z" };
		const { catalog, problems } = catalogOf(technique("T1001", later), technique("T1001"));
		expect(catalog.techniques.map(({ name }) => name)).toEqual(["Later"]);
		expect(problems.map(({ message }) => message)).toContain(
			"several active objects have the id T1001; the one modified last was taken",
		);
	});
});

describe("relations that lead nowhere", () => {
	it("are counted in one line", () => {
		const { problems } = catalogOf(
			technique("T1001"),
			actor("tool", "S1"),
			relation("uses", "tool--S1", "T4040"),
			relation("uses", "malware--S2", "T1001"),
		);
		expect(problems.filter(({ code }) => code === "attack-object")).toMatchObject([
			{
				message: 'no bundle holds the enterprise tactic "execution"; its name was made from that',
			},
			{
				message: "2 relations lead to objects that no bundle holds; they were left out",
				severity: "info",
			},
		]);
	});
});

describe("a sub-technique without a relation", () => {
	it("belongs to the technique that its id names", () => {
		const { catalog } = catalogOf(technique("T1001.002"), technique("T1001", { name: "Parent" }));
		expect(catalog.techniques.find(({ id }) => id === "T1001.002")).toMatchObject({
			parent: "T1001",
			parentName: "Parent",
		});
		expect(catalogOf(technique("T1001.002")).catalog.techniques).toMatchObject([
			{ parent: "T1001", parentName: null },
		]);
	});
});
