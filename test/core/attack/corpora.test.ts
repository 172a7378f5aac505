import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { toAttackData } from "../../../src/core/attack/attack-data";
import { readAttackData } from "../../../src/core/attack/read-attack-data";
import { writeAttackData } from "../../../src/core/attack/write-attack-data";
import { describeCorpora } from "../../support/corpora";
import { buildAttackCatalog, readAttackBundle } from "../../support/read-attack";

describeCorpora(
	"ATT&CK's own bundles",
	(folder) => {
		const results = ["enterprise", "mobile", "ics"].map((domain) => {
			const file = `${domain}-attack.json`;
			return readAttackBundle(file, readFileSync(join(folder, file), "utf8"));
		});
		const bundles = results.flatMap(({ bundle }) => bundle ?? []);
		const { catalog, problems } = buildAttackCatalog(bundles, undefined);
		const of = (domain: string) => catalog.techniques.filter((one) => one.domain === domain);

		it("are read without a problem but for unknown versions", () => {
			expect(results.flatMap((result) => result.problems)).toEqual([]);
			expect(problems.map(({ code, file }) => [code, file])).toEqual([
				["attack-version-unknown", "enterprise-attack.json"],
				["attack-version-unknown", "mobile-attack.json"],
			]);
			expect([...catalog.versions]).toEqual([["ics", "18.1"]]);
		});

		it("give every active technique, with parents, tactics and detection", () => {
			expect([of("enterprise").length, of("mobile").length, of("ics").length]).toEqual([
				691, 124, 83,
			]);
			for (const technique of catalog.techniques) {
				expect(technique.parent !== null).toBe(technique.id.includes("."));
				expect(technique.parent === null).toBe(technique.parentName === null);
				expect(technique.tactics.length).toBeGreaterThan(0);
				expect(technique.detectionStrategies).toHaveLength(1);
			}
		});

		it("give every relation of active objects once", () => {
			const count = (kind: "mitigations" | "groups" | "software" | "campaigns") =>
				of("enterprise").reduce((sum, technique) => sum + technique[kind].length, 0);
			expect(count("mitigations")).toBe(1445);
			expect(count("groups")).toBe(4362);
			expect(count("software")).toBe(9836 + 800);
			expect(count("campaigns")).toBe(1019);
		});

		it("resolve every revoked technique", () => {
			const active = new Set(catalog.techniques.map(({ id }) => id));
			const replaced = catalog.retired.filter(({ successor }) => successor !== null);
			expect([catalog.retired.length, replaced.length]).toEqual([222, 176]);
			for (const { successor } of replaced) expect(active.has(successor ?? "")).toBe(true);
		});

		it("become data that is read as it was written", () => {
			const data = toAttackData(catalog);
			expect(readAttackData("attack.json", writeAttackData(data))).toEqual({ data, problems: [] });
		});
	},
	"attack",
);
