import type { App } from "obsidian";
import { MarkdownView } from "obsidian";
import { afterEach, describe, expect, it } from "vitest";
import { errorsOf, openNote, runCommand, settle } from "../../support/obsidian/app";
import { texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";
import { startTechniqueVault } from "../support/techniques";

async function openSearch(app: App): Promise<HTMLElement> {
	runCommand(app, "detection-vault:go-to-technique");
	return waitFor(() => document.body.querySelector<HTMLElement>(".prompt"));
}

async function search(app: App, text: string): Promise<HTMLElement> {
	const prompt = await openSearch(app);
	const input = prompt.querySelector("input");
	if (input === null) throw new Error("The search has no field.");
	input.value = text;
	input.dispatchEvent(new Event("input"));
	await settle(app);
	return prompt;
}

const found = (prompt: HTMLElement): string[] => texts(prompt, ".suggestion-title");

const choose = (prompt: HTMLElement, keys: MouseEventInit = {}): void => {
	prompt
		.querySelector(".suggestion-item")
		?.dispatchEvent(new MouseEvent("click", { bubbles: true, ...keys }));
};

afterEach(() => document.body.querySelectorAll(".modal-container").forEach((el) => el.remove()));

describe("the search over techniques", () => {
	it("shows what the vault has of each, and which were not imported", async () => {
		const prompt = await search(await startTechniqueVault(), "t1021");
		expect(found(prompt)[0]).toBe("T1021 Remote Services");
		expect(texts(prompt, ".suggestion-flair")[0]).toBe("4 rules · 1 test");
		const other = await search(await startTechniqueVault(), "scripting");
		expect(texts(other, ".suggestion-note")).toEqual(["Lateral Movement · not imported"]);
	});

	it("opens the note of the one that is chosen", async () => {
		const app = await startTechniqueVault();
		choose(await search(app, "ssh"));
		await waitFor(() => app.workspace.getActiveFile()?.path === "Techniques/SSH.md");
		expect(errorsOf(app)).toEqual([]);
	});

	it("shows one without a note in the pane", async () => {
		const app = await startTechniqueVault();
		choose(await search(app, "T1059"));
		const { containerEl } = app.workspace;
		await waitFor(() =>
			containerEl
				.querySelector(".detection-vault-pane")
				?.textContent.includes("T1059 Command and Scripting Interpreter"),
		);
	});

	it("writes a link at the cursor when Shift is held", async () => {
		const app = await startTechniqueVault();
		const { view } = await openNote(app, "Empty.md");
		if (!(view instanceof MarkdownView)) throw new Error("no note");
		view.getMode = () => "source";
		view.editor.setValue("See .");
		view.editor.setCursor({ line: 0, ch: 4 });
		choose(await search(app, "T1021.004"), { shiftKey: true });
		expect(view.editor.getValue()).toBe("See [[SSH|T1021.004]].");
		expect(view.editor.getCursor()).toEqual({ line: 0, ch: 21 });
	});

	it("says so where nothing can be written or the technique has no note", async () => {
		const app = await startTechniqueVault();
		choose(await search(app, "T1021.004"), { shiftKey: true });
		expect(document.body.textContent).toContain("No note is open for editing.");
	});

	it("says what to do in a vault without techniques", async () => {
		const prompt = await search(await startPlugin({ "Note.md": "" }), "x");
		await waitFor(() => prompt.textContent.includes("Import ATT&CK first"));
	});
});
