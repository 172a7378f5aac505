import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { ruleNote, writeVault, type Notes } from "./vaults";

const FENCE = "```";

/** A technique's note with the two searches that the reference vault's notes have. */
function techniqueNote(tag: string): string {
	return [
		...["---", `tags: [${tag}, techniques]`, "---", "", "### Detection Rule", ""],
		...[`${FENCE}query`, "tag: detection_rule", `tag: ${tag}`, FENCE, "", "### Rule Testing", ""],
		...[`${FENCE}query`, "tag: atomic_test", `tag: ${tag}`, FENCE, ""],
	].join("\n");
}

const BOARD = [
	...[
		"## Board",
		"",
		"> [!info]- Rules by status",
		`> ${FENCE}dataview`,
		"> TABLE length(rows) AS Rules",
	],
	...['> FROM "Detection Rules"', "> GROUP BY status", `> ${FENCE}`, "", "- The newest", ""],
	...[
		`  ${FENCE}dataview`,
		'  TABLE level AS "Level", status AS "Status"',
		'  FROM "Detection Rules"',
	],
	...['  WHERE level = "high"', "  SORT created DESC", "  LIMIT 10", `  ${FENCE}`, ""],
	...[`${FENCE}query`, "line:(ssh port) mimikatz", FENCE, "", "The end.", ""],
].join("\r\n");

function vault(): Notes {
	const notes: Record<string, string> = { "Board.md": BOARD };
	for (let number = 1000; number < 1625; number++) {
		notes[`Use Cases/T${number} - Technique ${number}.md`] = techniqueNote(`T${number}`);
	}
	notes["Detection Rules/SSH from a new place.md"] = ruleNote({
		...{ title: "SSH from a new place", level: "high", status: "stable", product: "linux" },
		techniques: ["T1021.004", "T1021"],
	});
	return notes;
}

describeBrowser("turning old query blocks", () => {
	let bench: Workbench;
	let page: Page;
	const block = (line: number) =>
		page.locator(".detection-vault-old-block").filter({ hasText: new RegExp(`^Line ${line} `) });
	const turnButton = () => page.locator(".modal-button-container button.mod-cta");

	beforeAll(async () => {
		bench = await start(await writeVault(vault()));
		({ page } = bench);
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("shows each block of a note before and after, and why one cannot be turned", async () => {
		await bench.openNote("Board.md");
		expect(await bench.runCommand("turn-blocks-of-note")).toBe(true);
		await block(4).waitFor();
		expect(await page.locator(".detection-vault-summary").textContent()).toBe(
			"3 blocks in 1 note. 1 block cannot be turned.",
		);
		expect(await block(4).getByRole("button", { name: "Base" }).isDisabled()).toBe(true);
		expect(await block(4).textContent()).toContain("length(rows) is computed of a whole group");
		expect(await block(20).textContent()).toContain("line:(ssh port) looks at lines");
		await block(12).getByRole("button", { name: "Base" }).click();
		await block(12).getByText("- 'level == \"high\"'").waitFor();
		await bench.screenshots("convert-note");
	});

	it("writes what was chosen, leaves everything else, and puts it back", async () => {
		expect(await turnButton().textContent()).toBe("Turn 2 blocks");
		await turnButton().click();
		const notice = page.locator(".notice", { hasText: "Turned 2 blocks in 1 note." });
		await notice.waitFor();
		const turned = await bench.readDisk("Board.md");
		expect(turned).toContain(`> ${FENCE}detection-vault\r\n> TABLE length(rows)`);
		expect(turned).toContain(`  ${FENCE}base\r\n  filters:\r\n    and:\r\n`);
		expect(
			turned
				.replace(/```base[^`]*/, "")
				.split("\r\n")
				.at(-2),
		).toBe("The end.");
		await notice.getByRole("button", { name: "Undo" }).click();
		await page.locator(".notice", { hasText: "Put back 1 note." }).waitFor();
		expect(await bench.readDisk("Board.md")).toBe(BOARD);
	});

	it("turns the blocks of a whole folder, but not in a note that was changed meanwhile", async () => {
		await bench.runCommand("turn-blocks-of-folder");
		await page.locator(".prompt-input").fill("Use Cases");
		await page.locator(".suggestion-item", { hasText: "Use Cases/" }).click();
		await page.getByText("1,250 blocks in 625 notes.").waitFor();
		const rows = page.locator(".detection-vault-plan-note");
		expect(await rows.count()).toBeLessThan(80);
		await rows.first().click();
		await page.locator(".detection-vault-diff-line.is-added").first().waitFor();
		await bench.screenshots("convert-folder");
		const changed = "Use Cases/T1003 - Technique 1003.md";
		await bench.write(changed, `${techniqueNote("T1003")}mine\n`);
		await turnButton().click();
		const notice = page.locator(".notice", { hasText: "Turned 1,248 blocks in 624 notes." });
		await notice.waitFor({ timeout: 60_000 });
		expect(await notice.textContent()).toContain("1 note was changed meanwhile");
		expect(await bench.readDisk(changed)).toContain(`${FENCE}query`);
		await bench.screenshots("convert-notice");
		await bench.write("Use Cases/T1004 - Technique 1004.md", "mine\n");
		await notice.getByRole("button", { name: "Undo" }).click();
		await page.locator(".notice", { hasText: "Put back 623 notes." }).waitFor({ timeout: 60_000 });
		expect(await bench.readDisk("Use Cases/T1005 - Technique 1005.md")).toBe(
			techniqueNote("T1005"),
		);
		expect(await bench.readDisk("Use Cases/T1004 - Technique 1004.md")).toBe("mine\n");
	}, 180_000);

	it("says so where there is nothing to turn", async () => {
		await bench.openNote("Detection Rules/SSH from a new place.md");
		await bench.runCommand("turn-blocks-of-note");
		await page.getByText("There are no Dataview or search blocks here.").waitFor();
		await bench.screenshot("convert-nothing");
		await page.getByRole("button", { name: "Close" }).click();
	});
});
