import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/obsidian/app";
import { writeSshRule } from "../../support/ssh-rule";
import { perform } from "../support/draw";
import { importWindow, press } from "../support/import-window";
import { startPlugin, waitFor } from "../support/plugin";
import { SETTINGS_FILE, storedSettings } from "../support/stored-settings";

const command = "detection-vault:import-sources";
const undo = "detection-vault:undo-import";

function pick(name: string, text: string): void {
	const input = importWindow()?.querySelector<HTMLInputElement>(
		"[aria-label='Detection rules'] input",
	);
	if (!input) throw new Error("There is no field for files.");
	Object.defineProperty(input, "files", { value: [new File([text], name)], configurable: true });
	perform(() => input.dispatchEvent(new Event("change", { bubbles: true })));
}

describe("the import of an app", () => {
	it("writes the notes of a file that was picked, and remembers the file", async () => {
		const app = await startPlugin();
		runCommand(app, command);
		pick("ssh.yml", writeSshRule());
		await press("Review changes");
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		expect(app.vault.getFileByPath("Detection Rules/Sigma/SSH.md")).not.toBeNull();
		const data = await storedSettings(app);
		expect(data).toMatchObject({
			usedHome: "Detection Vault",
			sources: [{ kind: "rules", name: "ssh.yml", vaultPath: null }],
		});
	});

	it("opens one window only, and the import in hand when it is opened again", async () => {
		const app = await startPlugin();
		runCommand(app, command);
		runCommand(app, command);
		expect(document.querySelectorAll(".detection-vault-import-modal")).toHaveLength(1);
		pick("ssh.yml", writeSshRule());
		document.querySelector<HTMLElement>(".modal-close-button")?.click();
		expect(importWindow()).toBeNull();
		runCommand(app, command);
		expect(importWindow()?.textContent).toContain("ssh.yml");
	});

	it("tells by a notice what happens while its window is closed", async () => {
		const app = await startPlugin();
		runCommand(app, command);
		pick("ssh.yml", writeSshRule());
		await press("Review changes");
		document.querySelector<HTMLElement>(".modal-close-button")?.click();
		await waitFor(() => document.body.textContent.includes("The import is ready to review."));
		runCommand(app, command);
		await press("Write 1 note");
		document.querySelector<HTMLElement>(".modal-close-button")?.click();
		await waitFor(() =>
			document.body.textContent.includes("Import finished: 1 note created, 0 updated."),
		);
	});

	it("undoes the last import after showing what would happen", async () => {
		const app = await startPlugin();
		runCommand(app, command);
		pick("ssh.yml", writeSshRule());
		await press("Review changes");
		runCommand(app, undo);
		await waitFor(() => document.body.textContent.includes("An import is under way."));
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		await press("Close");
		runCommand(app, undo);
		await waitFor(() => importWindow()?.textContent.includes("1 note to move to the trash"));
		expect(app.vault.getFileByPath("Detection Rules/Sigma/SSH.md")).not.toBeNull();
		await press("Undo import");
		await waitFor(() => importWindow()?.textContent.includes("Import undone"));
		expect(app.vault.getFileByPath("Detection Rules/Sigma/SSH.md")).toBeNull();
		await press("Close");
		runCommand(app, undo);
		await waitFor(() => importWindow()?.textContent.includes("There is nothing to undo"));
	});

	it("takes its memory along when the home folder is another one", async () => {
		const app = await startPlugin({
			"Old home/data/note.json": "{}",
			[SETTINGS_FILE]: JSON.stringify({ usedHome: "Old home" }),
		});
		runCommand(app, command);
		pick("ssh.yml", writeSshRule());
		await press("Review changes");
		await press("Write 1 note");
		await waitFor(() => importWindow()?.textContent.includes("Import finished"));
		expect(await app.vault.adapter.exists("Detection Vault/data/note.json")).toBe(true);
	});
});
