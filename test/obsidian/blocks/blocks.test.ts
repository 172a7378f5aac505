import type { App, Plugin } from "obsidian";
import { describe, expect, it } from "vitest";
import { errorsOf, openNote, settle } from "../../support/obsidian/app";
import { codeBlockPostProcessor } from "../../support/obsidian/code-blocks";
import { hostOf } from "../../support/obsidian/host";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { texts } from "../support/draw";
import { type Notes, startPlugin, waitFor } from "../support/plugin";

const rule = (level: string, tags = "T1021_004"): string =>
	`---\nstatus: test\nlevel: ${level}\nlogsrc_product: linux\ntags: [detection_rule, ${tags}]\n---\n`;

const TABLE = [
	"table without id",
	'file.link AS "Name",',
	'status AS "Status",',
	'level AS "Level",',
	'logsrc_product AS "Log Source Product"',
	'FROM "Detection Rules" AND #T1021_004',
].join("\n");

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

const NOTES: Notes = {
	"Technique.md": block("dataview", TABLE),
	"Own.md": block("detection-vault", TABLE),
	"Detection Rules/Sigma/SSH key.md": rule("high"),
	"Detection Rules/Elastic/SSH tunnel.md": rule("low"),
	"Detection Rules/Sigma/RDP.md": rule("low", "T1021_001"),
	"Elsewhere/SSH.md": rule("low"),
};

async function open(app: App, path: string): Promise<HTMLElement> {
	const leaf = await openNote(app, path);
	return leaf.view.containerEl;
}

const rowsOf = (el: HTMLElement): string[][] =>
	Array.from(el.querySelectorAll<HTMLElement>("tbody tr"), (row) => texts(row, "td"));

const RULES = [
	["SSH tunnel", "test", "low", "linux"],
	["SSH key", "test", "high", "linux"],
];

describe("a query in a note", () => {
	it.each(["Technique.md", "Own.md"])("draws the right rows: %s", async (path) => {
		const app = await startPlugin(NOTES);
		const el = await open(app, path);
		await waitFor(() => rowsOf(el).length > 0);
		expect(texts(el, "th")).toEqual(["Name", "Status", "Level", "Log Source Product"]);
		expect(rowsOf(el)).toEqual(RULES);
		expect(errorsOf(app)).toEqual([]);
	});

	it("that nothing matches offers the import only where there is nothing to ask about", async () => {
		const nothing = block("detection-vault", "LIST FROM #no_such_tag");
		for (const [notes, hint, button] of [
			[{ "Start.md": nothing }, "The vault holds no techniques", "Import sources"],
			[{ ...NOTES, "Start.md": nothing }, "Nothing matches this query.", undefined],
		] as const) {
			const el = await open(await startPlugin(notes), "Start.md");
			await waitFor(() => el.textContent.includes(hint));
			expect(el.querySelector(".detection-vault-block button")?.textContent).toBe(button);
		}
	});

	it("opens the note of a link that is clicked, once", async () => {
		const app = await startPlugin(NOTES);
		const el = await open(app, "Technique.md");
		const link = await waitFor(() => el.querySelector<HTMLElement>("td a"));
		const opened: string[] = [];
		const openLink = app.workspace.openLinkText.bind(app.workspace);
		app.workspace.openLinkText = (target, ...rest) => {
			opened.push(target);
			return openLink(target, ...rest);
		};
		link.click();
		await settle(app);
		expect(opened).toEqual(["Detection Rules/Elastic/SSH tunnel.md"]);
		expect(app.workspace.getActiveFile()?.path).toBe("Detection Rules/Elastic/SSH tunnel.md");
	});

	it("opens it in a new tab with the modifier key or the middle button", async () => {
		const app = await startPlugin(NOTES);
		const el = await open(app, "Technique.md");
		const link = await waitFor(() => el.querySelector<HTMLElement>("td a"));
		const panes: unknown[] = [];
		app.workspace.openLinkText = (_target, _source, pane) => {
			panes.push(pane);
			return Promise.resolve();
		};
		link.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
		link.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, button: 1 }));
		link.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, button: 2 }));
		link.dispatchEvent(new MouseEvent("click", { bubbles: true }));
		expect(panes).toEqual(["tab", "tab", false]);
	});

	it("asks for a preview of a link under the pointer", async () => {
		const app = await startPlugin(NOTES);
		const el = await open(app, "Technique.md");
		const link = await waitFor(() => el.querySelector<HTMLElement>("td a"));
		const asked: unknown[] = [];
		app.workspace.on("hover-link" as "quit", (event: unknown) => asked.push(event));
		link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
		expect(asked).toMatchObject([
			{
				source: "detection-vault",
				linktext: "Detection Rules/Elastic/SSH tunnel.md",
				sourcePath: "Technique.md",
			},
		]);
	});

	it("follows new, edited and deleted notes", async () => {
		const app = await startPlugin(NOTES);
		const el = await open(app, "Own.md");
		await waitFor(() => rowsOf(el).length === 2);
		await app.vault.create("Detection Rules/Sigma/SSH login.md", rule("critical"));
		await waitFor(() => rowsOf(el).length === 3);
		const edited = app.vault.getFileByPath("Detection Rules/Sigma/SSH key.md");
		if (edited !== null) await app.vault.modify(edited, rule("medium"));
		await waitFor(() => texts(el, "tbody td:nth-child(3)").includes("medium"));
		const gone = app.vault.getFileByPath("Detection Rules/Elastic/SSH tunnel.md");
		if (gone !== null) await app.vault.delete(gone);
		await waitFor(() => rowsOf(el).length === 2);
		expect(texts(el, "tbody td:first-child")).toEqual(["SSH key", "SSH login"]);
	});

	it("is taken off the page when its note closes", async () => {
		const app = await startPlugin(NOTES);
		const el = await open(app, "Own.md");
		await waitFor(() => rowsOf(el).length === 2);
		const drawn = el.querySelector(".block-language-detection-vault");
		await open(app, "Elsewhere/SSH.md");
		expect(drawn?.childElementCount).toBe(0);
	});
});

describe("blocks of the Dataview plugin", () => {
	it("are left to it where it draws them", async () => {
		const app = await startPlugin(NOTES);
		const first = codeBlockPostProcessor("dataview", (_source, el) =>
			el.setText("drawn by Dataview"),
		);
		const others = [...hostOf(app).postProcessors];
		hostOf(app).postProcessors.clear();
		for (const processor of [first, ...others]) hostOf(app).postProcessors.add(processor);
		const el = await open(app, "Technique.md");
		await settle(app);
		expect(el.querySelector(".block-language-dataview")?.textContent).toBe("drawn by Dataview");
	});

	it("stay text where the setting says so, and are drawn again once it is changed back", async () => {
		const app = await startPlugin({
			...NOTES,
			".obsidian/plugins/detection-vault/data.json": JSON.stringify({ drawDataviewBlocks: false }),
		});
		const el = await open(app, "Technique.md");
		await settle(app);
		expect(el.querySelector("code.language-dataview")?.textContent).toContain("table without id");
		expect(el.querySelector("table")).toBeNull();
		const toggle = openSettingsTab(app, "detection-vault").querySelector<HTMLElement>(
			"[role=switch]",
		);
		toggle?.click();
		await waitFor(() => rowsOf(app.workspace.containerEl).length === 2);
	});

	it("are no language of this plugin: Dataview can still register it", async () => {
		const app = await startPlugin(NOTES);
		const other = hostOf(app).plugins.get("detection-vault") as Plugin;
		expect(() =>
			other.registerMarkdownCodeBlockProcessor("dataview", () => undefined),
		).not.toThrow();
	});
});
