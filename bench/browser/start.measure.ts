// What starting the plugin takes of the main thread. Over a small vault, since a large one leaves the workbench much garbage, which is
// collected in whoever's task comes next: that it is the plugin's says nothing of the plugin.
import { afterAll, beforeAll, it } from "vitest";
import { writeSampleVault } from "../../test/browser/vaults";
import { describeBrowser, removeVault, start, type Workbench } from "../../test/support/workbench";
import { createRecorder } from "./recorder";
import { useNamedFunctions } from "./use-named-functions";

const TIMES = 3;

describeBrowser("the start", () => {
	let folder: string;
	let bench: Workbench;

	beforeAll(async () => {
		folder = await writeSampleVault({});
		bench = await start(folder);
		await useNamedFunctions(bench);
		await bench.page.waitForTimeout(2000);
	});

	afterAll(async () => {
		await bench.close();
		await removeVault(folder);
	});

	it("of the plugin itself", async () => {
		const recorder = createRecorder(bench);
		for (let time = 0; time < TIMES; time++)
			await recorder.record("start over a small vault", async () => {
				await bench.restart();
				await bench.page.waitForTimeout(1500);
			});
	});
});
