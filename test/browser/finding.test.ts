import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

describeBrowser("the search over techniques", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(
			await writeSampleVault({ "Note.md": "Seen T1021.004 and T1059.001, but `T1021` is code.\n" }),
		);
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const open = async (): Promise<Locator> => {
		await bench.runCommand("go-to-technique");
		const prompt = bench.page.locator(".prompt");
		await prompt.waitFor();
		return prompt;
	};

	/** Gathers what previews are asked for; Obsidian's page preview shows them. */
	const watchPreviews = (): Promise<void> =>
		bench.page.evaluate(() => {
			const { app } = window as unknown as {
				app: { workspace: { on(name: string, take: (hover: { linktext: string }) => void): void } };
			};
			const hovers: string[] = [];
			Object.assign(window, { hovers });
			app.workspace.on("hover-link", ({ linktext }) => hovers.push(linktext));
		});
	const hovers = (): Promise<string> =>
		bench.page.evaluate(() => (window as unknown as { hovers: string[] }).hovers.join("\n"));

	it("lists what matches, and opens it with Enter", async () => {
		const prompt = await open();
		await prompt.locator(".suggestion-item").first().waitFor();
		await prompt.locator("input").fill("remote");
		await prompt.getByText("Remote Services: SSH").waitFor();
		await bench.screenshots("find-technique");
		await prompt.locator("input").fill("t1021.004");
		await prompt.locator(".suggestion-item.is-selected", { hasText: "T1021.004" }).waitFor();
		await prompt.locator("input").press("Enter");
		await bench.page.locator(".view-header-title", { hasText: "T1021.004" }).first().waitFor();
	});

	it("says so where nothing matches", async () => {
		const prompt = await open();
		await prompt.locator("input").fill("zzzz");
		await prompt.getByText("No technique matches.").waitFor();
		await bench.screenshots("find-technique-none");
		await prompt.locator("input").press("Escape");
	});

	it("offers a preview of a plain id in a note, where the pointer is on it", async () => {
		await bench.openNote("Note.md");
		await watchPreviews();
		const text = bench.page.locator(".markdown-preview-view p", { hasText: "Seen T1021.004" });
		const place = (of: string): Promise<{ x: number; y: number }> =>
			text.evaluate((el, word) => {
				const node = el.firstChild as Text;
				const range = document.createRange();
				const start = node.data.indexOf(word);
				range.setStart(node, start);
				range.setEnd(node, start + word.length);
				const { left, right, top, bottom } = range.getBoundingClientRect();
				return { x: (left + right) / 2, y: (top + bottom) / 2 };
			}, of);
		const point = async (word: string): Promise<void> => {
			const { x, y } = await place(word);
			await bench.page.mouse.move(x, y);
		};
		await point("Seen");
		await point("and");
		await point("T1059.001");
		await expect.poll(hovers).toContain("T1059.001");
		expect(await hovers()).not.toContain("T1021.004");
		await point("T1021.004");
		await expect.poll(hovers).toContain("T1021.004");
	});

	it("shows plain ids as links in reading view once that is switched on", async () => {
		await bench.openSettings();
		await bench.page
			.locator(".setting-item", { hasText: "Link plain technique ids" })
			.locator(".checkbox-container")
			.click();
		await bench.page.getByText("Finding techniques").scrollIntoViewIfNeeded();
		await bench.screenshots("finding-settings");
		await bench.page.locator(".modal-close-button").click();
		await bench.openNote("Note.md");
		const note = bench.page.locator(".markdown-preview-view");
		await note.locator("a.internal-link", { hasText: "T1059.001" }).waitFor();
		expect(await note.locator("a.internal-link").allInnerTexts()).toEqual([
			"T1021.004",
			"T1059.001",
		]);
		await bench.screenshots("plain-ids");
	});

	it("offers a preview of an id in the plugin's own views", async () => {
		await bench.write(
			"Table.md",
			'```detection-vault\nTABLE techniques FROM "Detection Rules" LIMIT 3\n```\n',
		);
		await bench.openNote("Table.md");
		await watchPreviews();
		const id = bench.page.locator(".detection-vault-table td li, .detection-vault-table td span", {
			hasText: /T1021\.004$/,
		});
		await id.first().hover();
		await expect.poll(hovers).toContain("T1021.004");
	});
});
