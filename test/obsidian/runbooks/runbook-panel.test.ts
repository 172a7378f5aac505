import { describe, expect, it } from "vitest";
import { errorsOf, openNote } from "../../support/obsidian/app";
import { click, texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";
import { NOTES, RUNBOOK } from "./runbook-notes";

async function openPanel(): Promise<HTMLElement> {
	const app = await startPlugin(NOTES);
	const leaf = await openNote(app, RUNBOOK);
	const el = leaf.view.containerEl;
	await waitFor(() => el.querySelector(".detection-vault-panel tbody tr"));
	expect(errorsOf(app)).toEqual([]);
	return el;
}

const cellsOf = (el: HTMLElement): string[][] =>
	Array.from(el.querySelectorAll<HTMLElement>(".detection-vault-panel tbody tr"), (row) =>
		texts(row, "td"),
	);

describe("the panel of a runbook", () => {
	it("lists the tests with what they take and the rules that should fire", async () => {
		const el = await openPanel();
		const [first, second] = cellsOf(el);
		expect(first?.slice(0, 5)).toEqual(["Forward a port", "Linux · Bash", "1", "0", "–"]);
		expect(second?.slice(0, 3)).toEqual(["My ownown", "Linux · POSIX shell", "Tunnel should fire"]);
		expect(el.textContent).toContain("0 of 2 run · 0 proven");
	});

	it("says why a rule should fire", async () => {
		const el = await openPanel();
		const count = el.querySelector<HTMLElement>(".detection-vault-count-button");
		click(count);
		const list = await waitFor(() => el.querySelector(".detection-vault-rule-list"));
		expect(list.textContent).toContain("the command has “ssh -R”, “/ssh”");
		expect(list.textContent).toContain("same technique T1021.004, Linux");
	});

	it("is told to stand in a runbook where it does not", async () => {
		const app = await startPlugin({ "A.md": "```detection-vault\npanel: runbook\n```\n" });
		const leaf = await openNote(app, "A.md");
		const el = leaf.view.containerEl;
		await waitFor(() => el.textContent.includes("This note is no runbook"));
		expect(errorsOf(app)).toEqual([]);
	});
});
