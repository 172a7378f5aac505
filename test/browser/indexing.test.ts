import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { largeVault, writeVault } from "./vaults";

const NOTES = 3000;

interface Turns {
	/** Times that the window had a turn while the index was built. */
	readonly turns: number;
	/** The longest task that the browser saw, in milliseconds, 0 where none was long. */
	readonly longest: number;
	readonly told: readonly string[];
}

describeBrowser("the index of a large vault", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(largeVault(NOTES)));
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const waitForTable = async (): Promise<void> => {
		await bench.openNote("All rules.md");
		await bench.page.getByText("3,000 rows", { exact: true }).waitFor();
	};

	it("is built while the window goes on, and tells how far it is", async () => {
		await waitForTable();
		const turns = await bench.page.evaluate(async (): Promise<Turns> => {
			let longest = 0;
			const observer = new PerformanceObserver((list) => {
				for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
			});
			observer.observe({ type: "longtask" });
			const bar = document.querySelector(".status-bar");
			const told: string[] = [];
			let count = 0;
			window.workbench.runCommand("rebuild-index");
			const isDone = (): boolean => document.querySelector(".notice") !== null;
			while (!isDone()) {
				await new Promise((resolve) => setTimeout(resolve));
				const text = bar?.textContent ?? "";
				if (text !== "" && told[told.length - 1] !== text) told.push(text);
				count++;
			}
			observer.disconnect();
			return { turns: count, longest, told };
		});
		console.info(`Indexing ${NOTES} notes: longest task ${Math.round(turns.longest)} ms`);
		expect(turns.turns).toBeGreaterThan(2);
		expect(turns.told[0]).toMatch(/^Indexing [\d,]+ of 3,001 notes$/);
		expect(await bench.page.locator(".notice").textContent()).toBe(
			"Index rebuilt over 3,001 notes",
		);
	});

	it("is kept for the next start", async () => {
		const keys = (): Promise<number> =>
			bench.page.evaluate(async () => {
				const [database] = await indexedDB.databases();
				// To open one that is not there would make it.
				if (database?.name === undefined) return 0;
				const request = indexedDB.open(database.name);
				const opened = await new Promise<IDBDatabase>((resolve) => {
					request.onsuccess = () => resolve(request.result);
				});
				const count = opened.transaction("parts").objectStore("parts").count();
				const found = await new Promise<number>((resolve) => {
					count.onsuccess = () => resolve(count.result);
				});
				opened.close();
				return found;
			});
		await expect.poll(keys, { timeout: 15_000 }).toBeGreaterThan(100);
		await bench.restart();
		await waitForTable();
	});
});
