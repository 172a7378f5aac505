import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { groupByTechnique } from "../../../src/core/matrix/technique-groups";
import { parentTechniqueId } from "../../../src/core/text/technique-ids";
import { buildAttack, buildTechnique } from "./matrix-builder";

const IDS = ["T1001", "T1001.001", "T1001.002", "T1002"];
const resolver = createTechniqueResolver({
	...buildAttack(IDS.map((id) => buildTechnique(id, []))),
	retired: [{ id: "T0999", name: "Old", successor: "T1001.001", url: null }],
});

const someNotes = fc
	.array(fc.array(fc.constantFrom(...IDS, "T0999", "T7777"), { maxLength: 4 }), { maxLength: 8 })
	.map((lists) => lists.map((techniques, index) => ({ index, techniques })));

describe("notes by technique", () => {
	it("are those that name it or, rolled up, one below it, each once and in order", () => {
		fc.assert(
			fc.property(someNotes, fc.boolean(), (notes, isRolledUp) => {
				const groups = groupByTechnique(notes, resolver);
				for (const id of [...IDS, "T7777"]) {
					const naive = notes.filter(({ techniques }) =>
						techniques
							.map((named) => resolver.resolve(named).id)
							.some((named) => named === id || (isRolledUp && parentTechniqueId(named) === id)),
					);
					expect(groups.of(id, isRolledUp)).toEqual(naive);
				}
			}),
		);
	});
});
