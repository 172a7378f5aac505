import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkAccessibility } from "../support/check-accessibility";
import { deriveNextAttack } from "../support/next-attack";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { readSample } from "./samples";
import { writeSampleVault } from "./vaults";

const to = (id: string, name: string): string =>
	`{ id: ${id}, name: ${name}, reference: "https://attack.mitre.org/${id}" }`;
/** Two techniques replace T1110 each, and T1078. */
const MAPPING = `techniques:
  T1110: [${to("T2110", "Guess passwords")}, ${to("T2111", "Spray passwords over many accounts")}]
  T1078: [${to("T2078", "Local accounts")}, ${to("T2079", "Cloud accounts")}]
subtechniques: {}
`;

describeBrowser("a version of ATT&CK with several techniques in the place of one", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeSampleVault({}));
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const choice = (technique: RegExp) => bench.page.getByRole("combobox", { name: technique });

	it("asks which of them it is, by keyboard too", async () => {
		const { page } = bench;
		const bundle = await readSample("attack/enterprise-attack-sample.json");
		const { text } = deriveNextAttack(bundle.toString("utf8"), MAPPING, "99.0");
		await bench.runCommand("import-sources");
		await page
			.locator("section[aria-label='ATT&CK'] input[type=file]")
			.first()
			.setInputFiles({
				name: "enterprise-attack-99.json",
				mimeType: "application/json",
				buffer: Buffer.from(text),
			});
		await page.getByRole("button", { name: "Review changes" }).click();
		await choice(/T1110/).waitFor();
		await bench.screenshots("import-moves");
		expect(await checkAccessibility(bench)).toEqual([]);
		const apply = page.getByRole("button", { name: "Plan again with these answers" });
		expect(await apply.isDisabled()).toBe(true);
		await choice(/T1110/).focus();
		await page.keyboard.press("ArrowDown");
		await choice(/T1110/).selectOption("T2111");
		await apply.click();
		await expect
			.poll(() =>
				choice(/T1110/)
					.inputValue()
					.catch(() => ""),
			)
			.toBe("T2111");
		await expect
			.poll(() =>
				choice(/T1078/)
					.inputValue()
					.catch(() => "T"),
			)
			.toBe("");
		await bench.screenshots("import-moves-answered");
	});

	it("marks the note of the one that was answered, and leaves the other as it was", async () => {
		const { page } = bench;
		const noteOf = async (id: string): Promise<string> => {
			const names = await readdir(join(bench.vaultFolder, "Techniques"));
			return bench.readDisk(`Techniques/${names.find((name) => name.startsWith(id)) ?? id}`);
		};
		const before = await noteOf("T1078");
		await page.getByRole("button", { name: /^Write \d+ notes$/ }).click();
		await page.getByText("Import finished").waitFor();
		expect(await noteOf("T1110")).toContain('revoked_by: "[[Techniques/T2111 - ');
		expect(await noteOf("T1078")).toBe(before);
		await page.getByRole("button", { name: "Close", exact: true }).click();
	});
});
