import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeVault, type Notes } from "./vaults";

const QUERY =
	'TABLE WITHOUT ID file.link AS "Note", status AS "Status", effort AS "Effort", done AS "Done", due AS "Due", seen AS "Seen", topics AS "Topics", related AS "Related", review-date AS "Review", upper(status) AS "Loud"\nFROM "Work"\nSORT file.name';

/** A note whose front matter a person wrote by hand. */
function workNote(title: string, status: string): string {
	return [
		"---",
		`title: ${title}   # kept`,
		`status: ${status} # open, waiting or closed`,
		"effort:   3",
		"done: false",
		"due: 2026-03-05",
		"seen: 2026-03-05 09:30",
		"topics:",
		"  - 'ssh'   # the protocol",
		"  - logs",
		'related: "[[Bravo]]"',
		"Review Date: 2026-04-01",
		"---",
		"",
		`Text of ${title}.`,
		"",
	].join("\n");
}

function workVault(): Notes {
	return {
		"Board.md": `# Board\n\n\`\`\`detection-vault\n${QUERY}\n\`\`\`\n`,
		"Open.md": `\`\`\`detection-vault\nTABLE WITHOUT ID file.link, status FROM "Work" WHERE status = "open"\n\`\`\`\n`,
		"Work/Alpha.md": workNote("Alpha", '"open"'),
		"Work/Bravo.md": workNote("Bravo", "'waiting'"),
		"Work/Charlie.md": workNote("Charlie", "closed"),
		"Work/Delta.md": "Text without properties.\n",
		"Work/Echo.md": "---\nstatus: [broken\n---\n\nText.\n",
		"Work/Foxtrot.md": "---\ntopics: [sudo, audit]\n---\n\nstatus:: inline\n",
		".obsidian/types.json": '{ "types": { "seen": "datetime", "done": "checkbox" } }',
	};
}

describeBrowser("editing properties in a table", () => {
	let bench: Workbench;
	let page: Page;

	beforeAll(async () => {
		bench = await start(await writeVault(workVault()));
		({ page } = bench);
		await bench.openNote("Board.md");
		await cell("Alpha", "Status").waitFor();
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const columns = [
		"Note",
		"Status",
		"Effort",
		"Done",
		"Due",
		"Seen",
		"Topics",
		"Related",
		"Review",
		"Loud",
	];
	const cell = (note: string, column: string): Locator =>
		page
			.getByRole("row")
			.filter({ has: page.getByRole("link", { name: note, exact: true }).first() })
			.filter({ has: page.locator(`[data-column="0"]`, { hasText: note }) })
			.locator(`[data-column="${columns.indexOf(column)}"]`);
	const editor = (): Locator => page.locator(".detection-vault-editor [data-main]");
	const diskOf = (note: string): Promise<string> => bench.readDisk(`Work/${note}.md`);
	/** Waits until a note has a text, and the field that gave it is closed. */
	const waitForDisk = async (note: string, text: string): Promise<void> => {
		await expect.poll(() => diskOf(note)).toBe(text);
		await editor().waitFor({ state: "detached" });
	};

	/** The note's text with one line another one. */
	const withLine = (text: string, before: string, after: string): string => {
		expect(text).toContain(before);
		return text.replace(before, () => after);
	};

	it("saves a text with Enter, in its own line alone, and undoes and redoes it", async () => {
		const before = await diskOf("Alpha");
		const after = withLine(before, 'status: "open" #', 'status: "waiting" #');
		await cell("Alpha", "Status").dblclick();
		await editor().fill("waiting");
		await editor().press("Enter");
		await waitForDisk("Alpha", after);
		await cell("Alpha", "Status").getByText("waiting").waitFor();
		await cell("Alpha", "Loud").getByText("WAITING").waitFor();
		await page.locator(".notice").getByText("status changed to “waiting” in Alpha.").waitFor();
		expect(await cell("Alpha", "Status").evaluate((td) => td === document.activeElement)).toBe(
			true,
		);
		await page.keyboard.press("Control+z");
		await waitForDisk("Alpha", before);
		await cell("Alpha", "Loud").getByText("OPEN").waitFor();
		await page.keyboard.press("Control+Shift+z");
		await waitForDisk("Alpha", after);
		await page.keyboard.press("Control+z");
		await waitForDisk("Alpha", before);
	});

	it("offers to undo an edit in its notice", async () => {
		const before = await diskOf("Charlie");
		await cell("Charlie", "Status").click();
		await page.keyboard.press("F2");
		await editor().fill("open");
		await editor().press("Tab");
		await waitForDisk("Charlie", withLine(before, "status: closed #", "status: open #"));
		expect(await cell("Charlie", "Effort").evaluate((td) => td === document.activeElement)).toBe(
			true,
		);
		await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
		await waitForDisk("Charlie", before);
	});

	it("leaves everything as it was with Escape", async () => {
		const before = await diskOf("Alpha");
		await cell("Alpha", "Status").click();
		await page.keyboard.press("Enter");
		await editor().fill("something else");
		await editor().press("Escape");
		expect(await editor().count()).toBe(0);
		expect(await diskOf("Alpha")).toBe(before);
	});

	it("says in place why a value is none, and saves nothing", async () => {
		const before = await diskOf("Alpha");
		await cell("Alpha", "Effort").dblclick();
		await editor().fill("many");
		await editor().press("Enter");
		await page.getByRole("alert").getByText("not a number").waitFor();
		await bench.screenshots("edit-fault");
		expect(await diskOf("Alpha")).toBe(before);
		await editor().fill("4.5");
		await editor().press("Enter");
		await waitForDisk("Alpha", withLine(before, "effort:   3", "effort:   4.5"));
	});

	it("toggles a checkbox with Space and with the mouse", async () => {
		const before = await diskOf("Alpha");
		const after = withLine(before, "done: false", "done: true");
		await cell("Alpha", "Done").focus();
		await page.keyboard.press("Space");
		await waitForDisk("Alpha", after);
		await page.keyboard.press("Space");
		await waitForDisk("Alpha", before);
		await cell("Alpha", "Done").getByRole("checkbox").click();
		await waitForDisk("Alpha", after);
	});

	/** Edits are written one after the other: once another note has changed, all before are there. */
	const allWritten = async (): Promise<void> => {
		const before = await diskOf("Alpha");
		await cell("Alpha", "Done").focus();
		await page.keyboard.press("Space");
		await expect.poll(() => diskOf("Alpha")).not.toBe(before);
	};

	it("takes every press of quick hands, and shows each at once", async () => {
		const before = await diskOf("Bravo");
		const done = cell("Bravo", "Done");
		await done.focus();
		const shown = async (key: string): Promise<boolean> => {
			await page.keyboard.press(key);
			return done.getByRole("checkbox").isChecked();
		};
		const seen = [];
		for (let press = 0; press < 5; press++) seen.push(await shown("Space"));
		expect(seen).toEqual([true, false, true, false, true]);
		await page.keyboard.press("Space");
		await page.keyboard.press("Control+z");
		await page.keyboard.press("Control+z");
		await page.keyboard.press("Control+Shift+z");
		await allWritten();
		expect(await diskOf("Bravo")).toBe(withLine(before, "done: false", "done: true"));
		await expect.poll(() => done.getByRole("checkbox").isChecked()).toBe(true);
		await done.focus();
		await page.keyboard.press("Space");
		await allWritten();
		expect(await diskOf("Bravo")).toBe(before);
		await expect.poll(() => done.getByRole("checkbox").isChecked()).toBe(false);
	});

	it("edits dates in the device's own fields", async () => {
		const before = await diskOf("Bravo");
		await cell("Bravo", "Due").dblclick();
		expect(await editor().getAttribute("type")).toBe("date");
		await editor().fill("2026-12-24");
		await editor().press("Enter");
		const due = withLine(before, "due: 2026-03-05", "due: 2026-12-24");
		await waitForDisk("Bravo", due);
		await cell("Bravo", "Seen").dblclick();
		expect(await editor().getAttribute("type")).toBe("datetime-local");
		await editor().fill("2026-12-24T18:00");
		await editor().press("Enter");
		await waitForDisk("Bravo", withLine(due, "seen: 2026-03-05 09:30", "seen: 2026-12-24 18:00"));
	});

	it("edits a list as chips with suggestions", async () => {
		const before = await diskOf("Alpha");
		await cell("Alpha", "Topics").dblclick();
		await editor().fill("lo");
		await bench.screenshots("edit-list");
		await editor().fill("new one,");
		await editor().fill("syslog");
		await editor().press("Enter");
		await page.getByRole("button", { name: "Remove logs" }).click();
		await editor().press("Enter");
		await waitForDisk("Alpha", withLine(before, "  - logs\n", "  - new one\n  - syslog\n"));
		await cell("Bravo", "Topics").dblclick();
		await editor().fill("su");
		await page.getByRole("option", { name: "sudo" }).click();
		await editor().press("Backspace");
		await editor().press("Backspace");
		await editor().press("Escape");
	});

	it("suggests notes for a link", async () => {
		const before = await diskOf("Alpha");
		await cell("Alpha", "Related").dblclick({ position: { x: 2, y: 2 } });
		await editor().fill("[[Char");
		await page.getByRole("option", { name: "Charlie" }).waitFor();
		await editor().press("ArrowDown");
		await editor().press("Enter");
		expect(await editor().inputValue()).toBe("[[Charlie]]");
		await editor().press("Enter");
		await waitForDisk("Alpha", withLine(before, '"[[Bravo]]"', '"[[Charlie]]"'));
	});

	it("reaches a property by its canonical name, and spells a new one as other notes do", async () => {
		const before = await diskOf("Bravo");
		await cell("Bravo", "Review").dblclick();
		await editor().fill("2026-05-01");
		await editor().press("Enter");
		await waitForDisk(
			"Bravo",
			withLine(before, "Review Date: 2026-04-01", "Review Date: 2026-05-01"),
		);
		await cell("Delta", "Review").dblclick();
		await editor().fill("2026-06-01");
		await editor().press("Enter");
		await waitForDisk("Delta", "---\nReview Date: 2026-06-01\n---\nText without properties.\n");
		await page.keyboard.press("Control+z");
		await waitForDisk("Delta", "Text without properties.\n");
	});

	it("leaves alone what is no property of the note, and a note whose properties are broken", async () => {
		await cell("Foxtrot", "Status").dblclick();
		await cell("Alpha", "Loud").dblclick();
		expect(await editor().count()).toBe(0);
		const broken = await diskOf("Echo");
		await cell("Echo", "Status").dblclick();
		await page.locator(".notice").getByText("The properties of Echo cannot be read").waitFor();
		expect(await editor().count()).toBe(0);
		expect(await diskOf("Echo")).toBe(broken);
	});

	it("does not overwrite what somebody else has changed meanwhile", async () => {
		const before = await diskOf("Charlie");
		await cell("Charlie", "Status").dblclick();
		await editor().fill("mine");
		const theirs = withLine(before, "status: closed #", "status: theirs #");
		await bench.write("Work/Charlie.md", theirs);
		await cell("Charlie", "Loud").getByText("THEIRS").waitFor();
		expect(await editor().inputValue()).toBe("mine");
		await editor().press("Enter");
		await page.getByRole("alert").getByText("status is “theirs” in Charlie by now.").waitFor();
		await page.locator(".detection-vault-toolbar").click();
		await editor().waitFor({ state: "detached" });
		expect(await diskOf("Charlie")).toBe(theirs);
		await cell("Charlie", "Status").getByText("theirs").waitFor();
	});

	it("has nothing to say where somebody else has written the same meanwhile", async () => {
		const before = await diskOf("Charlie");
		await cell("Charlie", "Status").dblclick();
		await editor().fill("ours");
		const same = withLine(before, "status: theirs #", "status: ours #");
		await bench.write("Work/Charlie.md", same);
		await cell("Charlie", "Loud").getByText("OURS").waitFor();
		await editor().press("Enter");
		await editor().waitFor({ state: "detached" });
		expect(await diskOf("Charlie")).toBe(same);
	});

	it("keeps the field and what is typed when its row leaves the query or moves in it", async () => {
		await bench.openNote("Open.md");
		const field = page.locator(".detection-vault-editor [data-main]");
		const row = page.locator("tr[data-index]", { hasText: "Alpha" });
		await row.locator("[data-column='1']").dblclick();
		await field.fill("half a wo");
		const text = await diskOf("Alpha");
		await bench.write("Work/Alpha.md", withLine(text, 'status: "open"', 'status: "over"'));
		await bench.write("Work/Aardvark.md", workNote("Aardvark", "open"));
		await page.getByRole("link", { name: "Aardvark" }).waitFor();
		await field.pressSequentially("rd");
		expect(await field.inputValue()).toBe("half a word");
		await field.press("Escape");
		await page.getByRole("link", { name: "Alpha" }).waitFor({ state: "detached" });
		await bench.write("Work/Alpha.md", text);
		await bench.openNote("Board.md");
	});

	it("does not undo an edit that somebody has edited again", async () => {
		const before = await diskOf("Charlie");
		await cell("Charlie", "Effort").dblclick();
		await editor().fill("8");
		await editor().press("Enter");
		const mine = withLine(before, "effort:   3", "effort:   8");
		await waitForDisk("Charlie", mine);
		const theirs = withLine(mine, "effort:   8", "effort:   9");
		await bench.write("Work/Charlie.md", theirs);
		await cell("Charlie", "Effort").getByText("9").waitFor();
		await page.keyboard.press("Control+z");
		await page.locator(".notice").getByText("Not undone").waitFor();
		expect(await diskOf("Charlie")).toBe(theirs);
	});
});

describeBrowser("editing properties on a phone", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(workVault()), { width: 400, isMobile: true });
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("starts with a tap on a cell and on the button that then stands in it", async () => {
		const { page } = bench;
		await bench.openNote("Board.md");
		const status = page.locator("tr[data-index='1'] [data-column='1']");
		await status.click();
		const button = status.getByRole("button", { name: "Edit" });
		const box = await button.boundingBox();
		expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
		await bench.screenshots("edit-phone-button");
		await button.click();
		await page.getByRole("option", { name: "closed" }).waitFor();
		await bench.screenshots("edit-phone-field");
		await page.getByRole("option", { name: "closed" }).click();
		await expect
			.poll(() => bench.readDisk("Work/Bravo.md"))
			.toContain("status: 'closed' # open, waiting or closed\n");
	});
});
