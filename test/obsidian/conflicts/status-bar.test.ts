import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { hostOf } from "../../support/obsidian/host";
import { settle } from "../../support/obsidian/app";
import { startPlugin, waitFor } from "../support/plugin";

const CONFLICT = "## A\n\nText.\n\n## Upstream differs\n\n### A\n\n```markdown\nOther text.\n```\n";

function statusOf(app: App): HTMLElement {
	const plugin = hostOf(app).plugins.get("detection-vault") as unknown as {
		statusBarItems__: HTMLElement[];
	};
	const [item] = plugin.statusBarItems__;
	if (item === undefined) throw new Error("there is no status bar item");
	return item;
}

describe("the status bar", () => {
	it("is empty where no note is in conflict", async () => {
		const app = await startPlugin({ "A.md": "## A\n\nText.\n" });
		await waitFor(() => statusOf(app).textContent === "");
	});

	it("counts the notes in conflict and leads to their list", async () => {
		const app = await startPlugin({ "A.md": CONFLICT, "B.md": CONFLICT, "C.md": "Text.\n" });
		const item = await waitFor(() => statusOf(app));
		await waitFor(() => item.textContent === "2 notes in conflict");
		expect(item.getAttribute("role")).toBe("button");
		item.click();
		await waitFor(
			() => app.workspace.getLeavesOfType("detection-vault-conflicts-view").length === 1,
		);
		expect(hostOf(app).errors).toEqual([]);
	});

	it("follows what becomes of the notes", async () => {
		const app = await startPlugin({ "A.md": CONFLICT, "B.md": CONFLICT });
		const item = statusOf(app);
		await waitFor(() => item.textContent === "2 notes in conflict");
		const one = app.vault.getFileByPath("A.md");
		const other = app.vault.getFileByPath("B.md");
		if (one === null || other === null) throw new Error("the notes are gone");
		await app.vault.rename(one, "Z.md");
		await settle(app);
		expect(item.textContent).toBe("2 notes in conflict");
		await app.vault.modify(one, "## A\n\nText.\n");
		await waitFor(() => item.textContent === "1 note in conflict");
		await app.vault.delete(other);
		await waitFor(() => item.textContent === "");
	});
});
