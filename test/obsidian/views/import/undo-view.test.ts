import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Journal } from "../../../../src/core/ingest/undo/journal";
import type { UndoPlan } from "../../../../src/core/ingest/undo/undo-plan";
import { createTexts } from "../../../../src/obsidian/text/create-texts";
import { UndoView } from "../../../../src/obsidian/views/import/undo-view";
import { click, texts } from "../../support/draw";

const row = (path: string, isNew = false) => ({
	...{ kind: "rule" as const, id: path, path, hash: "", isNew },
});

const journal: Journal = {
	...{ at: "2026-11-02T09:20:25.000Z", notes: [], bases: [], data: [] },
	noteText: () => Promise.resolve(undefined),
	baseEntry: () => Promise.resolve(undefined),
	dataText: () => Promise.resolve(undefined),
};

const plan: UndoPlan = {
	...{ journal, isPending: false, gone: [], problems: [], cancelled: false },
	notes: [
		{ note: row("Rules/Changed.md"), path: "Rules/Changed.md", action: "restore" },
		{ note: row("Rules/New.md", true), path: "Rules/New.md", action: "delete" },
	],
	refused: [{ kind: "rule", id: "Mine", path: "Rules/Mine.md", reason: "edited" }],
};

const CONTENT: Readonly<Record<string, { now: string; former: string | undefined }>> = {
	"Rules/Changed.md": { now: "a\nnew\n", former: "a\nold\n" },
	"Rules/New.md": { now: "made\n", former: undefined },
	"Rules/Mine.md": { now: "a\nmine\n", former: "a\nold\n" },
};

function drawPlan(): HTMLElement {
	const el = document.body.createDiv();
	const view = h(UndoView, {
		phase: { kind: "plan", plan },
		texts: createTexts("en").import,
		language: "en",
		readTexts: (path) => Promise.resolve(CONTENT[path] ?? { now: undefined, former: undefined }),
		undo: () => undefined,
		stop: () => undefined,
		close: () => undefined,
	});
	void act(() => render(view, el));
	return el;
}

async function open(el: HTMLElement, name: string): Promise<string[]> {
	const note = Array.from(
		el.querySelectorAll<HTMLElement>("button.detection-vault-plan-note"),
	).find((found) => found.textContent.includes(name));
	await act(async () => {
		click(note);
		await Promise.resolve();
	});
	await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
	return texts(note?.closest("li") ?? el, ".detection-vault-diff-line");
}

describe("the window that undoes an import", () => {
	beforeEach(() => {
		vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
		vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(33);
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it("names the notes by what becomes of them, and why one is left alone", () => {
		const el = drawPlan();
		expect(texts(el, "summary")).toEqual([
			"1 note to leave alone, changed since",
			"1 note to get the former text back",
			"1 note to move to the trash, made by the import",
		]);
		expect(texts(el, ".detection-vault-plan-kind")).toEqual(["Edited since the import"]);
	});

	it("opens a note to what putting it back changes", async () => {
		const el = drawPlan();
		expect(await open(el, "Changed")).toEqual(["a", "−new", "+old"]);
		expect(el.textContent).toContain("What putting the note back changes in it.");
	});

	it("opens a note that goes to the trash, and one that is left alone", async () => {
		const el = drawPlan();
		expect(await open(el, "New")).toEqual(["−made"]);
		expect(await open(el, "Mine")).toEqual(["a", "−mine", "+old"]);
		expect(el.textContent).toContain("Not done, since the note was changed");
	});
});
