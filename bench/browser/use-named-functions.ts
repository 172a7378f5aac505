import { buildBundle } from "../../scripts/build.mjs";
import type { Workbench } from "../../test/support/workbench";

/** Starts a workbench again with a plugin whose functions keep their names: minified code does not tell what a task is about. */
export async function useNamedFunctions(bench: Workbench): Promise<void> {
	const file = "node_modules/.cache/bench/plugin.js";
	await buildBundle("plugin", { file, minify: false });
	await bench.page.route("**/plugin/main.js", (route) => route.fulfill({ path: file }));
	await bench.restart();
}
