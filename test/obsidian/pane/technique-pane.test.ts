import type { App, WorkspaceLeaf } from "obsidian";
import { describe, expect, it } from "vitest";
import { PANE_TYPE } from "../../../src/obsidian/pane/technique-pane";
import { disablePlugin, errorsOf, openNote, runCommand, settle } from "../../support/obsidian/app";
import { click, texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";
import { TECHNIQUE_VAULT } from "../support/techniques";

interface Opened {
	readonly app: App;
	readonly leaf: WorkspaceLeaf;
	readonly el: HTMLElement;
}

async function openPane(notes = TECHNIQUE_VAULT): Promise<Opened> {
	const app = await startPlugin(notes);
	runCommand(app, "detection-vault:open-technique-pane");
	const leaf = await waitFor(() => app.workspace.getLeavesOfType(PANE_TYPE)[0]);
	const el = await waitFor(() =>
		app.workspace.containerEl.querySelector<HTMLElement>(".detection-vault-pane"),
	);
	return { app, leaf, el };
}

async function follow(path: string): Promise<Opened> {
	const opened = await openPane();
	await openNote(opened.app, path);
	return opened;
}

const seen = (el: HTMLElement, text: string) => waitFor(() => el.textContent.includes(text));

const tab = (el: HTMLElement, name: string): HTMLElement | undefined =>
	Array.from(el.querySelectorAll<HTMLElement>("[role=tab]")).find(
		({ textContent }) => textContent === name,
	);

const openTab = (el: HTMLElement): string[] => texts(el, "[role=tab][aria-selected=true]");

describe("the technique pane", () => {
	it("says what to do while no note is open", async () => {
		const { app, el } = await openPane();
		await seen(el, "No note is open");
		expect(texts(el, "button")).toEqual(["Go to technique"]);
		expect(errorsOf(app)).toEqual([]);
	});

	it("waits for a note that was made just before", async () => {
		const { app, el } = await openPane();
		await seen(el, "No note is open");
		const shown: string[] = [];
		const observer = new MutationObserver(() => shown.push(el.textContent));
		observer.observe(el, { childList: true, subtree: true });
		await app.vault.create("New.md", "---\nattack_id: T1021.006\nname: WinRM\n---\nT1021.004\n");
		await openNote(app, "New.md");
		await seen(el, "T1021.006 WinRM");
		observer.disconnect();
		expect(shown.filter((text) => text.includes("Techniques this note names"))).toEqual([]);
	});

	it("shows a technique's panels, one in each tab", async () => {
		const { el } = await follow("Techniques/SSH.md");
		await seen(el, "T1021.004 SSH");
		expect(texts(el, "[role=tab]")).toHaveLength(9);
		expect(openTab(el)).toEqual(["Overview"]);
		click(tab(el, "Rules"));
		await waitFor(() => texts(el, "tbody tr").length === 3);
	});

	it("keeps its tab from note to note, and hands it to the layout", async () => {
		const { app, leaf, el } = await follow("Techniques/SSH.md");
		await seen(el, "T1021.004 SSH");
		click(tab(el, "Runbooks"));
		await waitFor(() => openTab(el)[0] === "Runbooks");
		await openNote(app, "Techniques/VNC.md");
		await seen(el, "T1021.005 VNC");
		expect(openTab(el)).toEqual(["Runbooks"]);
		expect(leaf.view.getState()).toMatchObject({ tabs: { technique: "runbooks" } });
	});

	it("shows a rule's techniques, with the other rules of each by vendor", async () => {
		const { el } = await follow("Rules/b.md");
		await seen(el, "T1021.004 SSH");
		expect(texts(el, ".detection-vault-count-button")).toEqual(["Sigma 1", "Elastic 1"]);
		click(el.querySelector<HTMLElement>(".detection-vault-count-button"));
		await seen(el, "SSH key");
		click(tab(el, "This rule"));
		await seen(el, "Severity");
	});

	it("says under which outdated id a rule names a technique", async () => {
		const { el } = await follow("Rules/d.md");
		await seen(el, "T1021 Remote Services");
		expect(el.textContent).toContain("named as T1028, which is revoked");
	});

	it("shows a runbook's technique, rules and runs", async () => {
		const { el } = await follow("Runbooks/SSH runbook.md");
		await seen(el, "T1021.004 SSH");
		click(tab(el, "Rules"));
		await waitFor(() => texts(el, "tbody tr").length === 3);
		click(tab(el, "Runs"));
		await seen(el, "log in");
		expect(el.textContent).toContain("not detected · 2026-11-02 09:20:25 UTC · lab-1");
	});

	it("lists the techniques of any other note, most named first, and opens them in place", async () => {
		const { app, el } = await follow("Report.md");
		await seen(el, "T1021.004 SSH");
		expect(texts(el, ".detection-vault-mention button")).toEqual([
			"T1021.004 SSH",
			"T1021 Remote Services",
			"T1021.005 VNC",
		]);
		expect(texts(el, ".detection-vault-mention")[0]).toContain("2 times");
		click(el.querySelector<HTMLElement>(".detection-vault-mention button"));
		await waitFor(() => openTab(el)[0] === "Overview");
		click(el.querySelector<HTMLElement>(".detection-vault-back"));
		await seen(el, "Techniques this note names");
		await openNote(app, "Empty.md");
		await seen(el, "This note names no technique");
	});

	it("follows edits and renames of the note", async () => {
		const { app, el } = await follow("Empty.md");
		await seen(el, "This note names no technique");
		const file = app.vault.getFileByPath("Empty.md");
		if (file === null) throw new Error("no file");
		await app.vault.modify(file, "Now about T1059.");
		await seen(el, "T1059 Command and Scripting Interpreter");
		await app.vault.rename(file, "Other.md");
		await settle(app);
		await app.vault.modify(file, "Now about T1021.");
		await seen(el, "T1021 Remote Services");
		expect(el.textContent).not.toContain("T1059");
	});

	it("does nothing while it is hidden, and catches up when it is shown", async () => {
		const { app, leaf, el } = await follow("Techniques/SSH.md");
		await seen(el, "T1021.004 SSH");
		el.parentElement?.hide();
		await openNote(app, "Techniques/VNC.md");
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(el.textContent).toContain("T1021.004 SSH");
		el.parentElement?.show();
		leaf.onResize();
		leaf.view.onResize();
		await seen(el, "T1021.005 VNC");
	});

	it("asks for an import where the vault has no techniques", async () => {
		const { app, el } = await openPane({ "Note.md": "Text.\n" });
		await openNote(app, "Note.md");
		await seen(el, "The vault has no techniques yet");
		expect(texts(el, "button")).toEqual(["Import sources"]);
	});

	it("goes when the plugin is switched off", async () => {
		const { app, el } = await follow("Techniques/SSH.md");
		await seen(el, "T1021.004 SSH");
		disablePlugin(app, "detection-vault");
		expect(errorsOf(app)).toEqual([]);
	});
});
