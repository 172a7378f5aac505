import { describe, expect, it } from "vitest";
import type { ConflictNote } from "../../../src/obsidian/conflicts/list-conflict-notes";
import { createTexts } from "../../../src/obsidian/text/create-texts";
import { ConflictsView } from "../../../src/obsidian/views/conflicts/conflicts-view";
import { click, draw, texts } from "../support/draw";

const NOTES = Array.from({ length: 70 }, (_, index): ConflictNote => ({
	path: `Rules/Rule ${index}.md`,
	text: "",
	conflicts: [],
}));

const WORDS = createTexts("en");

describe("a long list of conflicts", () => {
	it("is drawn piece by piece", () => {
		const { el } = draw(
			<ConflictsView
				state={{ notes: NOTES, tuned: undefined, message: "", canUndo: false }}
				tab="notes"
				texts={WORDS.conflicts}
				diffTexts={WORDS.import.plan}
				onTab={() => undefined}
				onResolve={() => undefined}
				onResolveAll={() => undefined}
				onUndo={() => undefined}
				onOpen={() => undefined}
			/>,
		);
		const more = (): HTMLButtonElement | undefined =>
			Array.from(el.querySelectorAll("button")).find(({ textContent }) =>
				textContent.startsWith("Show "),
			);
		expect(texts(el, "h3")).toHaveLength(30);
		click(more() ?? null);
		expect(more()?.textContent).toBe("Show 10 more notes");
		click(more() ?? null);
		expect(texts(el, "h3")).toHaveLength(70);
		expect(more()).toBeUndefined();
	});
});
