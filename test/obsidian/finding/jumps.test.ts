import { describe, expect, it } from "vitest";
import { openNote, runCommand } from "../../support/obsidian/app";
import { waitFor } from "../support/plugin";
import { startTechniqueVault } from "../support/techniques";

describe("jumps from note to note", () => {
	it.each([
		["Techniques/SSH.md", "go-to-parent-technique", "Techniques/T1021.md"],
		["Rules/a.md", "go-to-parent-technique", "Techniques/T1021.md"],
		["Techniques/SSH.md", "go-to-next-sub-technique", "Techniques/VNC.md"],
		["Techniques/VNC.md", "go-to-next-sub-technique", "Techniques/RDP.md"],
		["Techniques/SSH.md", "go-to-previous-sub-technique", "Techniques/RDP.md"],
		["Rules/a.md", "go-to-next-vendor", "Rules/b.md"],
		["Rules/c.md", "go-to-next-vendor", "Rules/a.md"],
		["Rules/a.md", "open-runbook", "Runbooks/SSH runbook.md"],
		["Techniques/SSH.md", "open-runbook", "Runbooks/SSH runbook.md"],
	])("%s: %s leads to %s", async (from, command, to) => {
		const app = await startTechniqueVault();
		await openNote(app, from);
		expect(runCommand(app, `detection-vault:${command}`)).toBe(true);
		await waitFor(() => app.workspace.getActiveFile()?.path === to);
	});

	it.each([
		["Techniques/T1021.md", "go-to-parent-technique"],
		["Techniques/T1021.md", "go-to-next-sub-technique"],
		["Rules/d.md", "go-to-next-vendor"],
		["Report.md", "open-runbook"],
		["Runbooks/SSH runbook.md", "open-runbook"],
	])("%s: %s is not offered", async (from, command) => {
		const app = await startTechniqueVault();
		await openNote(app, from);
		expect(runCommand(app, `detection-vault:${command}`)).toBe(false);
	});
});
