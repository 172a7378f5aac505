import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

const SWITCHES = 1000;
/** Switches before the first count: what is made once is there by then. */
const WARM_UP = 100;

interface Counts {
	/** Megabytes in use after a collection. */
	readonly heap: number;
	readonly listeners: number;
	readonly nodes: number;
}

const TABLE =
	'# Rules\n\n```detection-vault\nTABLE level, status FROM "Detection Rules" SORT file.name\n```\n';

describeBrowser("note after note", () => {
	let bench: Workbench;
	let paths: readonly string[] = [];

	beforeAll(async () => {
		bench = await start(await writeSampleVault({ "Rules.md": TABLE, "Plain.md": "T1021.004\n" }));
		const of = async (folder: string): Promise<string[]> => {
			const names = await readdir(join(bench.vaultFolder, folder));
			return names.sort().map((name) => `${folder}/${name}`);
		};
		paths = [
			...(await of("Techniques")),
			...(await of("Detection Rules/Sigma")),
			...(await of("Testing Runbooks")),
			...["Rules.md", "Plain.md"],
		];
		await bench.openView("detection-vault-matrix-view");
		await bench.page.locator(".detection-vault-matrix-legend li").first().waitFor();
		await bench.runCommand("open-technique-pane");
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const walk = (switches: number): Promise<void> =>
		bench.page.evaluate(
			async ([notes, times]) => {
				for (let count = 0; count < times; count++) {
					await window.workbench.openNote(notes[count % notes.length] ?? "");
					// The pane follows, and what follows it draws.
					if (count % 5 === 0) await new Promise((done) => setTimeout(done, 40));
				}
			},
			[paths, switches] as const,
		);

	/** Counts once nothing is drawn or let go of any more. */
	const count = async (): Promise<Counts> => {
		await bench.openNote("Plain.md");
		let last = await countNow();
		for (let tries = 0; tries < 20; tries++) {
			await bench.page.waitForTimeout(500);
			const now = await countNow();
			if (now.nodes === last.nodes && now.listeners === last.listeners) return now;
			last = now;
		}
		return last;
	};

	const countNow = async (): Promise<Counts> => {
		const session = await bench.page.context().newCDPSession(bench.page);
		for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
		const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
		const { usedSize } = await session.send("Runtime.getHeapUsage");
		await session.detach();
		return { heap: usedSize / 1e6, listeners, nodes };
	};

	it("leaves no listener, no element and no memory behind", async () => {
		await walk(WARM_UP);
		const before = await count();
		await walk(SWITCHES);
		const after = await count();
		const told = ({ heap, listeners, nodes }: Counts): string =>
			`${heap.toFixed(1)} MB, ${listeners} listeners, ${nodes} nodes`;
		console.info(`${SWITCHES} switches: from ${told(before)} to ${told(after)}`);
		expect(after.listeners - before.listeners).toBeLessThanOrEqual(20);
		expect(after.nodes - before.nodes).toBeLessThanOrEqual(200);
		expect(after.heap - before.heap).toBeLessThan(5);
	}, 300_000);
});
