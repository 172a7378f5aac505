import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { errorsOf, openNote } from "../../support/obsidian/app";
import { type Notes, startPlugin, waitFor } from "../support/plugin";

const RULE = "---\nlevel: low\ntags: [detection_rule]\n---\n";
const fence = (text: string): string => `\`\`\`detection-vault\n${text}\n\`\`\`\n`;
const NOTE = `---\nowner: Ada\nattack_id: T1021.004\nname: SSH\ntags: [techniques]\n---\n${fence("LIST WITHOUT ID this.owner FROM #detection_rule")}`;

/** A running app whose index is complete. */
async function startReady(notes: Notes): Promise<App> {
	const app = await startPlugin({ ...notes, "Ready.md": fence("LIST FROM #detection_rule") });
	await watchBlock(app, "Ready.md", (text) => text.includes("Rule"));
	return app;
}

/** Opens a note and keeps every text that its first block shows until `isDone` holds of one. */
async function watchBlock(
	app: App,
	path: string,
	isDone: (text: string) => boolean,
): Promise<readonly string[]> {
	const { view } = await openNote(app, path);
	const shown: string[] = [];
	await waitFor(() => {
		const block = view.containerEl.querySelector(".detection-vault-block");
		const text = block?.textContent.trim() ?? "";
		if (shown[shown.length - 1] !== text) shown.push(text);
		return isDone(text);
	});
	return shown.filter((text) => text !== "");
}

describe("a block in a note that is not in the index yet", () => {
	it("waits for the note, and answers once with its properties", async () => {
		const app = await startReady({ "Rule.md": RULE });
		await app.vault.create("New.md", NOTE);
		const shown = await watchBlock(app, "New.md", (text) => text.includes("Ada"));
		expect(shown.filter((text) => !text.startsWith("Reading this note"))).toHaveLength(1);
		expect(errorsOf(app)).toEqual([]);
	});

	it("answers by what the note says now where it was changed just before", async () => {
		const app = await startReady({ "Rule.md": RULE, "Note.md": NOTE });
		const file = app.vault.getFileByPath("Note.md");
		if (file !== null) await app.vault.modify(file, NOTE.replace("Ada", "Grace"));
		const shown = await watchBlock(app, "Note.md", (text) => text.includes("Grace"));
		expect(shown.join("\n")).not.toContain("Ada");
	});

	it("takes a technique from the note's own properties in its panels too", async () => {
		const app = await startReady({ "Rule.md": RULE });
		const text = NOTE.replace(/LIST.*/, "panel: overview");
		await app.vault.create("New.md", text);
		const shown = await watchBlock(app, "New.md", (read) => read.includes("SSH"));
		expect(shown.filter((read) => !read.startsWith("Reading this note"))).toHaveLength(1);
	});
});
