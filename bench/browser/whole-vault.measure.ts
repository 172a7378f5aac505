// What the plugin takes of the main thread over a vault made from all real data. It prints figures and judges none: machines differ.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../../test/support/workbench";
import { writeCorporaVault } from "./corpora-vault";
import type { Recorder } from "./recorder";
import { createRecorder } from "./recorder";
import { useNamedFunctions } from "./use-named-functions";

const TABLE =
	'```detection-vault\nTABLE WITHOUT ID file.link AS "Name", level AS "Level", status AS "Status", vendor AS "Vendor", techniques AS "Techniques", created AS "Created"\nFROM #detection_rule OR #techniques\nSORT file.name\n```\n';
const TECHNIQUES = ["T1059.001", "T1003", "T1021.004", "T1562"];

const withoutBlocks = (note: string): string =>
	note.replace(/^(`{3,})detection-vault\n[\s\S]*?^\1$/gm, "");

const folder = await writeCorporaVault();
if (folder === undefined) console.warn("Skipped: there is no real data to make a vault from.");

describeBrowser("the whole vault", () => {
	if (folder === undefined) {
		it.skip("needs the real data", () => undefined);
		return;
	}
	let bench: Workbench;
	let recorder: Recorder;

	beforeAll(async () => {
		bench = await start(folder);
		await useNamedFunctions(bench);
		recorder = createRecorder(bench);
		await bench.write("All rules.md", TABLE);
		await bench.write("Plain.md", "No technique.\n");
		await isIndexed();
	}, 600_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(folder);
	});

	const isIndexed = async (): Promise<void> => {
		await bench.page.waitForFunction(
			() => !/Indexing|Reading/.test(document.querySelector(".status-bar")?.textContent ?? "I"),
			undefined,
			{ polling: 250, timeout: 300_000 },
		);
		await rest();
	};
	/** Leaves what was asked for the time to finish. */
	const rest = (): Promise<void> => bench.page.waitForTimeout(600);
	/** Chooses a lens, and waits until the matrix shows it: both moments are marked. */
	const untilLens = (lens: string, shows: string): Promise<void> =>
		bench.page.evaluate(
			async ([key, selector]) => {
				performance.mark("measure:start");
				const select = document.querySelector<HTMLSelectElement>('select[aria-label="Lens"]');
				if (select !== null) {
					select.value = key;
					select.dispatchEvent(new Event("change", { bubbles: true }));
				}
				while (document.querySelector(selector) === null)
					await new Promise((done) => requestAnimationFrame(done));
				performance.mark("measure:end");
			},
			[lens, shows] as const,
		);
	const noteOf = async (path: string, part: string): Promise<string> => {
		const names = (await readdir(join(folder, path))).sort();
		return `${path}/${names.find((name) => name.includes(part)) ?? names[0] ?? ""}`;
	};

	it("loads, cold and warm, and is built anew", async () => {
		await recorder.record("start, from what was kept", async () => {
			await bench.restart();
			await isIndexed();
		});
		await recorder.record("index built anew", async () => {
			await bench.runCommand("rebuild-index");
			await bench.page.locator(".notice").waitFor({ timeout: 300_000 });
			await rest();
		});
		await recorder.record("save of the index", () => bench.page.waitForTimeout(7000));
	});

	it("opens notes", async () => {
		for (const id of TECHNIQUES) {
			await bench.openNote("Plain.md");
			const path = await noteOf("Techniques", `${id} - `);
			await recorder.record(`technique ${id} with its panels`, async () => {
				await bench.openNote(path);
				await rest();
			});
		}
		// What the workbench takes for the text alone, in frames that count as the plugin's where its blocks are in the note.
		const busiest = await bench.readDisk(await noteOf("Techniques", `${TECHNIQUES[0]} - `));
		const plain = withoutBlocks(busiest).replace(/^---\n[\s\S]*?\n---\n/, "");
		await bench.write("Without blocks.md", plain);
		await bench.openNote("Plain.md");
		await recorder.record(`${TECHNIQUES[0]} without its blocks`, async () => {
			await bench.openNote("Without blocks.md");
			await rest();
		});
		for (const vendor of ["Sigma", "Elastic", "Splunk", "Kusto", "YARA-L"]) {
			const path = await noteOf(`Detection Rules/${vendor}`, "");
			await recorder.record(`rule of ${vendor}`, async () => {
				await bench.openNote(path);
				await rest();
			});
		}
	});

	it("shows dashboards", async () => {
		const home = "Detection Vault/Dashboards";
		for (const name of (await readdir(join(folder, home))).sort()) {
			await recorder.record(`dashboard ${name}`, async () => {
				await bench.openNote(`${home}/${name}`);
				await rest();
			});
		}
	});

	/** Opens a note and waits until the pane names it. */
	const untilPane = (path: string, title: string): Promise<void> =>
		bench.page.evaluate(
			async ([to, name]) => {
				const pane = document.querySelector(".detection-vault-pane");
				const drawn = new Promise<void>((done) => {
					const observer = new MutationObserver(() => {
						if (pane?.textContent.includes(name) !== true) return;
						performance.mark("measure:end");
						observer.disconnect();
						done();
					});
					observer.observe(pane ?? document, { childList: true, subtree: true });
				});
				performance.mark("measure:start");
				await Promise.all([window.workbench.openNote(to), drawn]);
			},
			[path, title] as const,
		);

	it("follows the active note in the pane", async () => {
		await bench.runCommand("open-technique-pane");
		await rest();
		for (const id of TECHNIQUES) {
			const path = await noteOf("Techniques", `${id} - `);
			const text = await bench.readDisk(path);
			// The note's own panels would be drawn in the same turns.
			await bench.write(path, withoutBlocks(text));
			await bench.openNote("Plain.md");
			await bench.page.waitForTimeout(1500);
			await recorder.record(`pane follows to ${id}`, async () => {
				await untilPane(path, id);
				await rest();
			});
			await bench.write(path, text);
		}
		for (const vendor of ["Sigma", "Splunk"]) {
			await bench.openNote("Plain.md");
			await rest();
			const path = await noteOf(`Detection Rules/${vendor}`, "");
			const title = path.slice(path.lastIndexOf("/") + 1, -".md".length);
			await recorder.record(`pane follows to a rule of ${vendor}`, async () => {
				await untilPane(path, title);
				await rest();
			});
		}
	});

	it("draws a table of all rules, filters and sorts it", async () => {
		await recorder.record("table of all rules", async () => {
			await bench.openNote("All rules.md");
			await bench.page.locator("tr[data-index='0']").waitFor();
			await rest();
		});
		await recorder.record("table filtered, a letter at a time", async () => {
			await bench.page.locator(".detection-vault-toolbar input[type=search]").first().focus();
			await bench.page.keyboard.type("windows", { delay: 60 });
			await rest();
			for (let count = 0; count < 7; count++) await bench.page.keyboard.press("Backspace");
			await rest();
		});
		for (const column of [0, 1, 4]) {
			await recorder.record(`table sorted by column ${column}`, async () => {
				await bench.page.locator("thead th button").nth(column).click();
				await rest();
			});
		}
		await recorder.record("table scrolled", async () => {
			const scroller = bench.page.locator(".detection-vault-scroller");
			for (let step = 1; step <= 10; step++) {
				await scroller.evaluate((element, part) => {
					element.scrollTop = (element.scrollHeight * part) / 10;
				}, step);
				await bench.page.waitForTimeout(100);
			}
		});
	});

	it("follows an edit with everything open", async () => {
		const path = await noteOf("Detection Rules/Sigma", "");
		const text = await bench.readDisk(path);
		await recorder.record("edit of a rule, table in sight", async () => {
			await bench.write(path, text.replace("status:", "reviewed: true\nstatus:"));
			await bench.page.waitForTimeout(1500);
		});
	});

	/** Opens the matrix and waits until rows fill what is in sight, each with its number. */
	const untilMatrix = (): Promise<void> =>
		bench.page.evaluate(async () => {
			const isWhole = (): boolean => {
				const scroller = document.querySelector(".detection-vault-matrix-scroller");
				const legend = document.querySelector(".detection-vault-matrix-legend li");
				const last = [...document.querySelectorAll(".detection-vault-matrix-row")].at(-1);
				const cells = document.querySelectorAll<HTMLElement>(".detection-vault-matrix-value");
				if (scroller === null || legend === null || cells.length === 0) return false;
				const bottom = last?.getBoundingClientRect().bottom ?? 0;
				const isFull = bottom >= scroller.getBoundingClientRect().bottom;
				return isFull && [...cells].every(({ dataset }) => dataset["sign"] !== "");
			};
			performance.mark("measure:start");
			window.workbench.runCommand("open-matrix");
			while (!isWhole()) await new Promise((done) => requestAnimationFrame(done));
			performance.mark("measure:end");
		});

	it("opens the matrix and changes its lens", async () => {
		await recorder.record("matrix opened, all in sight with its numbers", async () => {
			await untilMatrix();
			await rest();
		});
		for (const lens of ["tests", "rules:sigma", "parsed", "rules:high", "rules"]) {
			const label = await bench.page
				.locator(`select[aria-label="Lens"] option[value="${lens}"]`)
				.textContent();
			await recorder.record(`lens changed to ${lens}`, async () => {
				await untilLens(lens, `[role=grid][aria-label$=", ${label ?? ""}"]`);
				await rest();
			});
		}
		const search = bench.page.getByLabel("Find a technique");
		await recorder.record("matrix searched, a letter at a time", async () => {
			await search.focus();
			await bench.page.keyboard.type("remote", { delay: 60 });
			await rest();
			await search.fill("");
			await rest();
		});
		await recorder.record("all sub-techniques shown", async () => {
			await bench.page.getByRole("button", { name: "Show all sub-techniques" }).click();
			await rest();
		});
		const path = await noteOf("Detection Rules/Sigma", "");
		const text = await bench.readDisk(path);
		await recorder.record("edit of a rule, matrix in sight", async () => {
			await bench.write(path, text.replace("reviewed: true\n", ""));
			await bench.page.waitForTimeout(1500);
		});
	});

	it("finds a technique", async () => {
		await recorder.record("quick switcher, a letter at a time", async () => {
			await bench.runCommand("go-to-technique");
			await bench.page.locator(".prompt input").waitFor();
			await bench.page.keyboard.type("remote services", { delay: 50 });
			await rest();
			await bench.page.keyboard.press("Escape");
		});
	});
});
