// A vault's library opened cold, then the panels of a technique: prints milliseconds, and bytes kept for each rule.
import { encodePanel } from "../src/core/panels/encode-panel";
import { buildTechniquePanel } from "../src/core/panels/technique-panel";
import { DEFAULT_FOLDERS } from "../src/core/model/settings";
import { createFileNotes } from "../src/node/file-notes";
import { openLibrary } from "../src/node/open-library";

const [vault = "", technique = "T1021"] = process.argv.slice(2);

/** A panel is drawn often: the first ones show what the engine has yet to compile. */
const ROUNDS = 100;

const before = heap();
const since = performance.now();
const { sources } = await openLibrary(createFileNotes(vault), DEFAULT_FOLDERS);
const open = performance.now() - since;
// The plugin's index does this before it is ready.
sources.library.prepare();
const bytesPerRule = (heap() - before) / Math.max(1, sources.library.ruleCount);

const times: number[] = [];
let rules = 0;
for (let round = 0; round < ROUNDS; round++) {
	const start = performance.now();
	const panel = buildTechniquePanel(sources, technique, false);
	if (panel !== undefined) encodePanel(panel, sources, false);
	times.push(performance.now() - start);
	rules = panel?.rules.length ?? 0;
}
const [first] = times;
times.sort((a, b) => a - b);
process.stdout.write(
	JSON.stringify({
		open,
		bytesPerRule,
		rules,
		allRules: sources.library.ruleCount,
		panel: times[Math.floor(times.length / 2)],
		first,
	}),
);

function heap(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}
