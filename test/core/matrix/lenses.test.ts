import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { createActorLens } from "../../../src/core/matrix/actor-lens";
import { createComparingLens, MEETINGS } from "../../../src/core/matrix/compare-lenses";
import { stepOf } from "../../../src/core/matrix/lens";
import { createParsedLens, createRuleLens } from "../../../src/core/matrix/rule-lenses";
import { groupByTechnique } from "../../../src/core/matrix/technique-groups";
import { createTestLens } from "../../../src/core/matrix/test-lens";
import { buildRule } from "../library/rule-builder";
import { buildAttack, buildTechnique } from "./matrix-builder";

const attack = {
	...buildAttack(["T1001", "T1001.001", "T1001.002", "T1002"].map((id) => buildTechnique(id, []))),
	retired: [{ id: "T1099", name: "Old", successor: "T1001.001", url: null }],
};
const resolver = createTechniqueResolver(attack);

function rule(
	id: string,
	techniques: readonly string[],
	parsed: "full" | "none" | "partial" = "full",
) {
	return buildRule(id, { parsed }, { techniques });
}

describe("the lens of rules", () => {
	it("counts a rule once, where it names several sub-techniques too, and a revoked id for its successor", () => {
		const rules = [
			rule("1", ["T1001.001", "T1001.002"]),
			rule("2", ["T1099"]),
			rule("3", ["T1001"]),
		];
		const lens = createRuleLens(groupByTechnique(rules, resolver));
		const amount = (id: string, isRolledUp: boolean) => lens.valueOf(id, isRolledUp).amount;
		expect(amount("T1001", true)).toBe(3);
		expect(amount("T1001", false)).toBe(1);
		expect(amount("T1001.001", true)).toBe(2);
		expect(amount("T1002", true)).toBeNull();
		expect(lens.valueOf("T1001.001", true).notes).toEqual(["Rules/1.md", "Rules/2.md"]);
	});

	it("equals a naive count", () => {
		const ids = ["T1001", "T1001.001", "T1001.002", "T1002", "T1099"];
		const rules = fc
			.array(fc.subarray(ids))
			.map((lists) => lists.map((techniques, index) => rule(String(index), techniques)));
		fc.assert(
			fc.property(
				rules,
				fc.constantFrom(...ids.slice(0, 4)),
				fc.boolean(),
				(all, id, isRolledUp) => {
					const lens = createRuleLens(groupByTechnique(all, resolver));
					const naive = all.filter(({ techniques }) =>
						techniques
							.map((named) => (named === "T1099" ? "T1001.001" : named))
							.some((named) => named === id || (isRolledUp && named.startsWith(`${id}.`))),
					).length;
					expect(lens.valueOf(id, isRolledUp).amount ?? 0).toBe(naive);
				},
			),
		);
	});
});

describe("the lens of understood rules", () => {
	it("gives the share of those that have a query, and names the others", () => {
		const rules = [
			rule("1", ["T1001"]),
			rule("2", ["T1001"], "partial"),
			rule("3", ["T1001"], "none"),
		];
		const lens = createParsedLens(groupByTechnique(rules, resolver));
		expect(lens.valueOf("T1001", false)).toEqual({ amount: 0.5, notes: ["Rules/2.md"] });
		expect(lens.valueOf("T1002", false).amount).toBeNull();
	});
});

describe("the lens of tests", () => {
	it("adds up the tests of a technique's runbooks", () => {
		const runbook = (id: string, tests: number) => ({
			...{ kind: "runbook" as const, title: id, path: `${id}.md`, techniques: [id], tests },
		});
		const books = [runbook("T1001", 2), runbook("T1001.001", 3), runbook("T1002", 0)];
		const lens = createTestLens(groupByTechnique(books, resolver));
		expect(lens.valueOf("T1001", true)).toEqual({ amount: 5, notes: ["T1001.001.md", "T1001.md"] });
		expect(lens.valueOf("T1001", false).amount).toBe(2);
		expect(lens.valueOf("T1002", true).amount).toBeNull();
	});
});

describe("the lens of actors", () => {
	const actor = (
		kind: "group" | "campaign",
		id: string,
		techniques: string[],
		of: string[] = [],
	) => ({
		...{ kind, id, name: id, aliases: [], url: null, techniques, attributedTo: of },
	});
	const actors = [
		actor("group", "G1", ["T1001"]),
		actor("campaign", "C1", ["T1002", "T1099"], ["G1"]),
		actor("group", "G2", ["T1001.002"]),
	];

	it("counts who uses a technique; a campaign's use is its group's", () => {
		const lens = createActorLens(actors, ["G1", "G2", "G9"], resolver);
		expect(lens.valueOf("T1001", true).amount).toBe(2);
		expect(lens.valueOf("T1001", false).amount).toBe(1);
		expect(lens.valueOf("T1002", true).amount).toBe(1);
		expect(lens.valueOf("T1001.001", true).amount).toBe(1);
	});

	it("is compared with another lens technique by technique", () => {
		const used = createActorLens(actors, ["G1"], resolver);
		const rules = createRuleLens(groupByTechnique([rule("1", ["T1001.002"])], resolver));
		const compared = createComparingLens(used, rules);
		const meet = (id: string) => MEETINGS[compared.valueOf(id, true).amount ?? 0];
		expect(["T1001", "T1002", "T1001.002", "T1003"].map(meet)).toEqual([
			"both",
			"first",
			"second",
			"neither",
		]);
	});
});

describe("the steps of a scale", () => {
	it("start at 1 for the least there is, and end with the last bound that is reached", () => {
		const steps = [1, 2, 5];
		expect([null, 0.5, 1, 2, 4, 5, 99].map((amount) => stepOf({ steps }, amount))).toEqual([
			0, 1, 1, 2, 2, 3, 3,
		]);
	});
});
