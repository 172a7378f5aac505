import { describe, expect, test } from "vitest";
import { chooseBase } from "../../../../src/core/notes/bases/choose-base";

const OLD = "# A\n\none\ntwo\nthree\n";

describe("the base of a note after an import that did not end", () => {
	test.each([
		["equals the old text", `${OLD}four\n`, OLD, "old"],
		["equals the new text", `${OLD}four\n`, `${OLD}four\n`, "new"],
		["has what only the new text has", `${OLD}four\n`, `${OLD}four\nmine\n`, "new"],
		["has not what only the new text has", `${OLD}four\n`, `${OLD}mine\n`, "old"],
		// Upstream put an empty line in, and so did the person.
		["shares blank lines alone", `new\n\n${OLD}`, `${OLD}\n\nmine\n`, "old"],
		["lacks what upstream took out", "# A\n\none\ntwo\n", "# A\n\none\ntwo\nmine\n", "new"],
		["has nothing of either", "other\n", "mine\n", "old"],
	])("that %s", (_, pending, mine, wanted) => {
		expect(chooseBase(mine, OLD, pending)).toBe(wanted === "new" ? pending : OLD);
	});
});
