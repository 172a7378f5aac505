import { render } from "preact";
import { describe, expect, it } from "vitest";
import { createTexts } from "../../../../src/obsidian/text/create-texts";
import { ChoiceList } from "../../../../src/obsidian/views/matrix/choice-list";
import { HostContext } from "../../../../src/obsidian/views/view-host";
import type { ViewHost } from "../../../../src/obsidian/views/view-host";

const HOST: ViewHost = {
	texts: createTexts("en"),
	language: "en",
	links: {
		open: () => undefined,
		preview: () => undefined,
		showMenu: () => undefined,
		resolves: () => true,
	},
	copy: () => undefined,
	importSources: () => undefined,
};

function drawList(): HTMLElement {
	const el = document.body.createDiv();
	const choices = ["Linux", "Windows"].map((name) => ({ key: name, label: name }));
	render(
		<HostContext.Provider value={HOST}>
			<ChoiceList label="Platforms" choices={choices} chosen={[]} onChange={() => undefined} />
		</HostContext.Provider>,
		el,
	);
	return el;
}

const isOpen = (el: HTMLElement): boolean =>
	el.querySelector(".detection-vault-matrix-choices") !== null;

/** What is drawn at once is there after this; what waits for a frame is not. */
const redrawn = (): Promise<void> => Promise.resolve();

describe("a list of choices", () => {
	it("closes when a person presses elsewhere, before the next frame too", async () => {
		const el = drawList();
		el.querySelector("button")?.click();
		await redrawn();
		expect(isOpen(el)).toBe(true);
		document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
		await redrawn();
		expect(isOpen(el)).toBe(false);
	});

	it("stays while a person presses in it", async () => {
		const el = drawList();
		el.querySelector("button")?.click();
		await redrawn();
		el.querySelector("label")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
		await redrawn();
		expect(isOpen(el)).toBe(true);
	});
});
