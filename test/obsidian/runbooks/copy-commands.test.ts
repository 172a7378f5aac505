import type { App } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorsOf, openNote, runCommand, settle } from "../../support/obsidian/app";
import { texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";
import { NOTES, RUNBOOK } from "./runbook-notes";

let copied: string[] = [];

beforeEach(() => {
	copied = [];
	vi.stubGlobal("navigator", {
		clipboard: {
			writeText: (text: string) => Promise.resolve(void copied.push(text)),
		},
	});
});

afterEach(() => {
	vi.unstubAllGlobals();
	document.body.empty();
});

async function open(): Promise<{ app: App; el: HTMLElement }> {
	const app = await startPlugin(NOTES);
	const leaf = await openNote(app, RUNBOOK);
	const el = leaf.view.containerEl;
	await waitFor(() => el.querySelector(".detection-vault-command-bar"));
	return { app, el };
}

const buttons = (el: HTMLElement): HTMLElement[] =>
	Array.from(el.querySelectorAll<HTMLElement>(".detection-vault-command-copy"));

describe("a command of a runbook", () => {
	it("has a button that copies it with this lab's values", async () => {
		const { app, el } = await open();
		expect(texts(el, ".detection-vault-command-copy")).toEqual([
			"Copy the check",
			"Copy the command",
			"Copy the cleanup",
			"Copy the command",
		]);
		buttons(el)[0]?.click();
		buttons(el)[2]?.click();
		await waitFor(() => copied.length === 2);
		expect(copied).toEqual(["ssh -V", "pkill -f lab-01"]);
		expect(errorsOf(app)).toEqual([]);
	});

	it("asks for what it lacks, and remembers that until the plugin ends", async () => {
		const { el } = await open();
		buttons(el)[1]?.click();
		const fields = document.querySelectorAll<HTMLInputElement>(".modal input");
		expect(Array.from(fields, (field) => field.getAttribute("aria-label"))).toEqual(["user_name"]);
		const [field] = fields;
		if (field === undefined) throw new Error("There is no field.");
		field.value = "root";
		field.dispatchEvent(new Event("input", { bubbles: true }));
		field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
		await waitFor(() => copied.length === 1);
		expect(copied).toEqual(["ssh -R 22 root:hunter2x@lab-01"]);
		buttons(el)[1]?.click();
		expect(document.querySelector<HTMLInputElement>(".modal input")?.value).toBe("root");
	});

	it("is copied with values that were filled in since it was drawn", async () => {
		const { app, el } = await open();
		const file = app.vault.getFileByPath(RUNBOOK);
		if (file === null) throw new Error("There is no such note.");
		await app.vault.process(file, (text) => text.replace("lab-01", "lab-02"));
		await settle(app);
		await waitFor(() => buttons(el).length === 4);
		buttons(el)[2]?.click();
		await waitFor(() => copied.length === 1);
		expect(copied).toEqual(["pkill -f lab-02"]);
	});
});

describe("secrets of a runbook", () => {
	it("are hidden where the note is drawn, and copied when asked for", async () => {
		const { el } = await open();
		const rows = Array.from(el.querySelectorAll("td"), (cell) => cell.textContent.trim());
		expect(rows).not.toContain("hunter2x");
		expect(rows).toContain("lab-01");
		expect(el.querySelectorAll(".detection-vault-masked")).toHaveLength(1);
		el.querySelector<HTMLElement>("[aria-label='Copy the hidden value']")?.click();
		await waitFor(() => copied.length === 1);
		expect(copied).toEqual(["hunter2x"]);
	});
});

describe("a person's own test", () => {
	it("is added behind the last one", async () => {
		const { app } = await open();
		expect(runCommand(app, "detection-vault:add-test")).toBe(true);
		const [name] = document.querySelectorAll<HTMLInputElement>(".modal input[type=text]");
		const command = document.querySelector<HTMLTextAreaElement>(".modal textarea");
		if (name === undefined || command === null) throw new Error("There is no form.");
		name.value = "Jump [[host]]";
		name.dispatchEvent(new Event("input", { bubbles: true }));
		command.value = "ssh -J #{jump_host}";
		command.dispatchEvent(new Event("input", { bubbles: true }));
		document.querySelector<HTMLElement>(".modal button.mod-cta")?.click();
		const file = app.vault.getFileByPath(RUNBOOK);
		if (file === null) throw new Error("There is no such note.");
		const text = await waitFor(async () => app.vault.read(file)).then(async () => {
			await settle(app);
			return app.vault.read(file);
		});
		expect(text).toContain("## Test: Jump \\[\\[host\\]\\]\n\n- GUID: ");
		expect(text).toContain("| jump_host |  | string |  |  |");
		expect(text.indexOf("Jump")).toBeGreaterThan(text.indexOf("My own"));
		expect(text.indexOf("Jump")).toBeLessThan(text.indexOf("## Notes"));
	});
});

describe("the commands of runbooks", () => {
	it("are offered in runbooks alone", async () => {
		const app = await startPlugin({ ...NOTES, "Other.md": "# No runbook\n" });
		const ids = ["detection-vault:add-test", "detection-vault:give-guids"];
		expect(ids.map((id) => runCommand(app, id))).toEqual([false, false]);
		await openNote(app, "Other.md");
		expect(ids.map((id) => runCommand(app, id))).toEqual([false, false]);
		await openNote(app, RUNBOOK);
		expect(ids.map((id) => runCommand(app, id))).toEqual([true, true]);
	});
});
