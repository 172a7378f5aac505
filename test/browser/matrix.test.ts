import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import { corporaPath } from "../support/corpora";
import { importInto, readFolder, readSamples } from "../support/import-into";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault, writeVault } from "./vaults";

const VIEW = "detection-vault-matrix-view";
const RUN = [
	...["---", "technique: T1021.004", "test_guid: 00000001-0000-4000-8000-000000000000"],
	...["started: 2024-11-02T09:20:25Z", "outcome: not-detected", "tags: [execution]", "---", ""],
].join("\n");
const LAYER = JSON.stringify({
	name: "What we plan",
	versions: { layer: "4.5", navigator: "5.2.0" },
	domain: "enterprise-attack",
	techniques: [{ techniqueID: "T1021.004", score: 40, comment: "next quarter" }],
	metadata: [{ name: "owner", value: "blue team" }],
});

/** A vault with all techniques of two domains and Sigma's rules; with the samples' dozen where the real data is absent. */
async function writeMatrixVault(): Promise<string> {
	const vault = createMemoryNotes();
	const samples = readSamples();
	const bundles = ["enterprise-attack.json", "mobile-attack.json"];
	const paths = bundles.map((name) => corporaPath("attack", name) ?? "");
	const sigma = corporaPath("sigma");
	if (paths.includes("") || sigma === undefined) {
		console.warn("The matrix is tested over the samples: there is no real data.");
		await importInto(vault, samples);
	} else {
		const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
		const attack = Object.fromEntries(texts.map((text, index) => [bundles[index] ?? "", text]));
		await importInto(vault, {
			...samples,
			attack,
			rules: { ...samples.rules, ...readFolder(sigma) },
		});
	}
	return writeVault({
		...Object.fromEntries(vault.notes),
		...Object.fromEntries(vault.data),
		"Detection Vault/Layers/plan.json": LAYER,
	});
}

const cell = (bench: Workbench, technique: string): Locator =>
	bench.page.locator(`[data-technique="${technique}"]`).first();

const isFocused = (found: Locator): Promise<boolean> =>
	found.evaluate((element) => element === document.activeElement);

const waitForFocus = (found: Locator): Promise<void> =>
	expect.poll(() => isFocused(found)).toBe(true);

const longest = (tasks: readonly number[]): string =>
	tasks.length === 0 ? "none" : tasks.map(Math.round).join(", ");

const waitForIndex = async (bench: Workbench): Promise<void> => {
	await bench.page.waitForFunction(() => !document.body.textContent.includes("Indexing"));
};

describeBrowser("the technique matrix", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeMatrixVault());
		await waitForIndex(bench);
		await bench.takeLongTasks();
	}, 300_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("opens by command with the number of rules in each cell", async () => {
		const times = await bench.page.evaluate(async () => {
			const start = performance.now();
			const drawn = async (selector: string): Promise<number> => {
				while (document.querySelector(selector) === null)
					await new Promise((done) => requestAnimationFrame(done));
				return Math.round(performance.now() - start);
			};
			window.workbench.runCommand("open-matrix");
			return [await drawn("[data-technique]"), await drawn(".detection-vault-matrix-legend li")];
		});
		const tasks = longest(await bench.takeLongTasks());
		console.info(
			`Matrix: cells, then numbers after ${times.join(" and ")} ms; long tasks: ${tasks}`,
		);
		await bench.screenshots("matrix");
		await expect
			.poll(() => cell(bench, "T1021").getAttribute("aria-label"))
			.toMatch(/^T1021 Remote Services, Lateral Movement, \d+ rules?, step \d of 5$/);
	});

	it("changes its lens and compares two", async () => {
		await bench.takeLongTasks();
		const time = await bench.page.evaluate(async () => {
			const lens = document.querySelector<HTMLSelectElement>('select[aria-label="Lens"]');
			if (lens === null) return NaN;
			const start = performance.now();
			lens.value = "tests";
			lens.dispatchEvent(new Event("change", { bubbles: true }));
			while (document.querySelector('[role="grid"][aria-label$="Tests"]') === null)
				await new Promise((done) => requestAnimationFrame(done));
			return Math.round(performance.now() - start);
		});
		const tasks = longest(await bench.takeLongTasks());
		console.info(`Lens changed after ${time} ms; long tasks: ${tasks}`);
		await bench.page.getByLabel("Lens", { exact: true }).selectOption("rules");
		await bench.page.getByLabel("Compare with").selectOption("actors");
		await bench.page.getByRole("button", { name: /^Groups and campaigns/ }).click();
		await bench.page
			.locator(".detection-vault-matrix-choices input[type=checkbox]")
			.first()
			.check();
		await bench.page.keyboard.press("Escape");
		await bench.page.getByRole("button", { name: "Gaps", exact: true }).click();
		await bench.page.locator(".detection-vault-matrix-swatch.is-both").waitFor();
		await bench.screenshots("matrix-compare");
		await bench.page.getByLabel("Compare with").selectOption("");
		await bench.page.locator(".detection-vault-matrix-swatch.is-step-1").waitFor();
		await bench.screenshots("matrix-gaps");
		await bench.page.getByRole("button", { name: "Close the list" }).click();
	});

	it("is walked through, folded and searched with the keyboard alone", async () => {
		await cell(bench, "T1021").focus();
		await bench.page.keyboard.press("ArrowLeft");
		await expect.poll(() => isFocused(cell(bench, "T1021"))).toBe(false);
		await bench.page.keyboard.type("1021");
		await waitForFocus(cell(bench, "T1021"));
		await bench.page.keyboard.press(" ");
		await expect.poll(() => cell(bench, "T1021").getAttribute("aria-expanded")).toBe("true");
		await bench.page.keyboard.press("ArrowDown");
		await cell(bench, "T1021.001").waitFor();
		await expect.poll(() => bench.page.locator("[data-technique]:focus").count()).toBe(1);
		await bench.screenshots("matrix-unfolded");
		await bench.page.keyboard.press(" ");
		await expect.poll(() => cell(bench, "T1021.001").count()).toBe(0);
		await waitForFocus(cell(bench, "T1021"));
	});

	it("filters, and keeps how it is looked at", async () => {
		await bench.page.getByRole("button", { name: "Filters" }).click();
		await bench.page.getByRole("button", { name: /^Platforms/ }).click();
		await bench.page
			.locator(".detection-vault-matrix-choices")
			.getByLabel("Linux", { exact: true })
			.check();
		await bench.screenshots("matrix-filters");
		await bench.page.keyboard.press("Escape");
		await bench.page.getByLabel("Find a technique").fill("remote");
		await bench.page.getByText(/^\d+ found$/).waitFor();
		await bench.screenshots("matrix-search");
		await bench.page.getByRole("button", { name: "Clear filters" }).click();
		await bench.page.getByLabel("Find a technique").fill("");
		await bench.page.getByRole("button", { name: "Filters" }).click();
	});

	it("tells when a technique was last run, and how that ended", async () => {
		await bench.write("Run.md", RUN);
		const lens = bench.page.getByLabel("Lens", { exact: true });
		await lens.selectOption("last-run");
		const name = (): Promise<string | null> => cell(bench, "T1021").getAttribute("aria-label");
		await expect.poll(name, { timeout: 10_000 }).toMatch(/, run [\d,]+ days ago, step 1 of 5$/);
		await bench.screenshots("matrix-last-run");
		await lens.selectOption("outcome");
		await expect.poll(name).toMatch(/, Not detected, step 2 of 4$/);
		await lens.selectOption("rules");
	});

	it("has layers of the vault as lenses", async () => {
		await bench.page.getByLabel("Compare with").selectOption({ label: "What we plan" });
		await bench.page.getByText("Only: What we plan").waitFor();
		await bench.page.getByLabel("Compare with").selectOption("");
	});

	it("tells of a layer that cannot be read, with the reason below the filters", async () => {
		const path = "Detection Vault/Layers/broken.json";
		await bench.write(path, '{"name": "Cut off", "techniques": [');
		await bench.page.getByText(/^1 fault in the files of layers/).waitFor();
		await bench.screenshots("matrix-broken-layer");
		await bench.page.getByRole("button", { name: "Filters" }).click();
		await bench.page.getByText(/^broken\.json: not valid JSON/).waitFor();
		await bench.remove(path);
		await bench.page.getByText(/^broken\.json/).waitFor({ state: "detached" });
		await bench.page.getByRole("button", { name: "Filters" }).click();
	});

	it("is saved as a picture, a table and a layer", async () => {
		const folder = join(bench.vaultFolder, "Detection Vault/Exports");
		for (const kind of ["As SVG", "As PNG", "As CSV", "As Navigator layer"]) {
			await bench.page.getByRole("button", { name: "Export" }).press("Enter");
			await bench.page.getByText(kind, { exact: true }).dispatchEvent("click");
			await bench.page.locator(".notice").last().waitFor();
		}
		await expect.poll(async () => (await readdir(folder)).length, { timeout: 20_000 }).toBe(4);
		const files = (await readdir(folder)).sort();
		expect(files.map((name) => name.slice(name.lastIndexOf(".")))).toEqual(
			expect.arrayContaining([".svg", ".png", ".csv", ".json"]),
		);
		expect(
			files.every((name) => name.startsWith("Technique matrix - Enterprise, All rules ")),
		).toBe(true);
		for (const name of files) {
			const bytes = await readFile(join(folder, name));
			if (name.endsWith(".png")) expect(bytes.subarray(1, 4).toString()).toBe("PNG");
			if (name.endsWith(".csv")) {
				expect(bytes.toString()).toMatch(
					/^\uFEFFTactic,ID,Technique,Sub-technique of,All rules\r\n/,
				);
			}
			if (name.endsWith(".svg")) expect(bytes.toString()).toMatch(/fill="#[0-9a-f]{6}"/);
		}
	});

	it("writes a layer that is its lens whole, in format 4.5", async () => {
		const lens = bench.page.getByLabel("Lens", { exact: true });
		await lens.selectOption({ label: "What we plan" });
		await bench.page.getByRole("button", { name: "Export" }).press("Enter");
		await bench.page.getByText("As Navigator layer", { exact: true }).dispatchEvent("click");
		const folder = join(bench.vaultFolder, "Detection Vault/Exports");
		const find = async (): Promise<string | undefined> =>
			(await readdir(folder)).find((name) => name.includes("What we plan"));
		await expect.poll(find).toBeDefined();
		const text = await readFile(join(folder, (await find()) ?? ""), "utf8");
		expect(JSON.parse(text)).toEqual(JSON.parse(LAYER));
		await lens.selectOption("rules");
	});

	it("lists the notes behind a cell", async () => {
		await cell(bench, "T1021").focus();
		await cell(bench, "T1021").click({ button: "right" });
		await bench.page.getByText(/^List the \d+ notes behind it$/).dispatchEvent("click");
		const side = bench.page.getByRole("complementary", { name: "Notes behind T1021" });
		await side.locator("a").first().waitFor();
		await bench.screenshots("matrix-behind");
		await side.getByRole("button", { name: "Close the list" }).click();
	});

	it("opens a technique, and follows edits without losing its place", async () => {
		const before = await cell(bench, "T1021").getAttribute("aria-label");
		await cell(bench, "T1021").focus();
		await bench.write(
			"Detection Rules/Sigma/One more.md",
			"---\nrule_id: one-more\nvendor: sigma\ntitle: One more\ntechniques: [T1021]\ntags: [detection_rule]\n---\n\n```yaml\ntitle: One more\ndetection:\n  selection:\n    CommandLine: ssh\n  condition: selection\n```\n",
		);
		await expect.poll(() => cell(bench, "T1021").getAttribute("aria-label")).not.toBe(before);
		expect(await isFocused(cell(bench, "T1021"))).toBe(true);
		await bench.page.keyboard.press("Enter");
		await bench.page.locator(".workspace-leaf.mod-active h1, .inline-title").first().waitFor();
		await bench.runCommand("open-matrix");
	});

	it("makes a note of the gaps", async () => {
		await bench.page.getByLabel("Lens", { exact: true }).selectOption("tests");
		await bench.page.getByRole("button", { name: "Gaps", exact: true }).click();
		await bench.page.getByRole("button", { name: "Save as a note" }).click();
		const home = join(bench.vaultFolder, "Detection Vault");
		const find = async (): Promise<string | undefined> =>
			(await readdir(home)).find((name) => name.startsWith("Gaps "));
		await expect.poll(find).toBeDefined();
		const text = await readFile(join(home, (await find()) ?? ""), "utf8");
		expect(text).toMatch(
			/^# .+\n\n[\d,]+ of the [\d,]+ techniques of Enterprise that are shown.*\n\n- \[\[Techniques\/T\d{4}/,
		);
	});
});

describeBrowser("the matrix of an empty vault", () => {
	it("says what to do", async () => {
		const bench = await start(await writeVault({ "Note.md": "Nothing here yet.\n" }));
		await bench.openView(VIEW);
		await bench.page.getByRole("button", { name: "Import sources" }).last().waitFor();
		await bench.screenshots("matrix-empty");
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});
});

describeBrowser("the matrix on a phone", () => {
	it("goes to a tactic, and a finger can hit what is there", async () => {
		const vault = await writeSampleVault({});
		const bench = await start(vault, { isMobile: true, width: 400 });
		await bench.openView(VIEW);
		await bench.page.locator(".detection-vault-matrix-legend li").first().waitFor();
		const picker = bench.page.getByLabel("Go to tactic");
		await picker.selectOption({ index: 3 });
		await expect
			.poll(() =>
				bench.page.locator(".detection-vault-matrix-scroller").evaluate((e) => e.scrollLeft),
			)
			.toBeGreaterThan(100);
		const heights = await bench.page
			.locator(".detection-vault-matrix button:visible")
			.evaluateAll((found) => found.map((element) => element.getBoundingClientRect().height));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		await bench.screenshot("matrix-phone");
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});
});
