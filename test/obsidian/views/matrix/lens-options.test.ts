import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../../src/core/attack/technique-resolver";
import { createRuleKnowledge } from "../../../../src/core/library/rule-knowledge";
import { createVaultLibrary } from "../../../../src/core/library/vault-library";
import { gatherRecords } from "../../../../src/core/matrix/matrix-records";
import { createTexts } from "../../../../src/obsidian/text/create-texts";
import {
	ACTORS_KEY,
	listLenses,
	openLens,
} from "../../../../src/obsidian/views/matrix/lens-options";

/** What the lens of groups is called where some are chosen. */
function nameOf(actors: readonly string[]): string {
	const names = ["Amber Fox", "Blue Heron", "Cold Creek", "Dry Reed"];
	const attack = {
		...EMPTY_ATTACK_DATA,
		actors: names.map((name, index) => ({
			...{ id: `G000${index}`, kind: "group" as const, name, aliases: [], techniques: [] },
			...{ url: null, attributedTo: [] },
		})),
	};
	const library = createVaultLibrary(createRuleKnowledge([]));
	const records = gatherRecords(library, attack, createTechniqueResolver(attack));
	const option = listLenses(createTexts("en").matrix, []).find(({ key }) => key === ACTORS_KEY);
	if (option === undefined) throw new Error("There is no such lens.");
	return openLens(option, { records, rules: [], actors, today: 0, since: null }).option.label;
}

describe("the lens of groups and campaigns", () => {
	it("is called by those that are chosen, so that an export says whom it is about", () => {
		expect(nameOf([])).toBe("Used by groups and campaigns");
		expect(nameOf(["G0002", "G0000"])).toBe("Used by Amber Fox, Cold Creek");
		expect(nameOf(["G0000", "G0001", "G0002", "G0003"])).toBe("Used by 4 groups and campaigns");
	});
});
