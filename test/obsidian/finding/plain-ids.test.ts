import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { openNote, settle } from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { waitFor } from "../support/plugin";
import { startTechniqueVault } from "../support/techniques";

const NOTE = [
	"# About T1021",
	"",
	"Plain T1021.004, (T1028) and T9999, `T1021`, [T1021](https://example.org), **T1021.005**.",
	"",
	"```",
	"T1021",
	"```",
	"",
].join("\n");

async function switchOn(app: App): Promise<void> {
	const tab = openSettingsTab(app, "detection-vault");
	const item = Array.from(tab.querySelectorAll<HTMLElement>(".setting-item")).find((one) =>
		one.textContent.includes("Link plain technique ids"),
	);
	item?.querySelector<HTMLElement>(".checkbox-container")?.click();
	await settle(app);
}

const links = (el: HTMLElement): string[] =>
	Array.from(
		el.querySelectorAll<HTMLElement>("a.internal-link"),
		(link) => `${link.textContent} ${link.dataset["href"] ?? ""}`,
	);

describe("plain ids in reading view", () => {
	it("stay text unless a person wants links", async () => {
		const app = await startTechniqueVault({ "Note.md": NOTE });
		const { view } = await openNote(app, "Note.md");
		expect(links(view.containerEl)).toEqual([]);
	});

	it("become links once that is switched on, outside of code and links; unknown ones stay", async () => {
		const app = await startTechniqueVault({ "Note.md": NOTE });
		const { view } = await openNote(app, "Note.md");
		await switchOn(app);
		await waitFor(() => links(view.containerEl).length > 0);
		expect(links(view.containerEl)).toEqual([
			"T1021 Techniques/T1021",
			"T1021.004 Techniques/SSH",
			"T1028 Techniques/T1021",
			"T1021.005 Techniques/VNC",
		]);
		expect(view.containerEl.textContent).toContain("Plain T1021.004, (T1028) and T9999, T1021");
	});
});
