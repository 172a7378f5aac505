import type { Browser } from "playwright-core";
import type { Workbench } from "../../test/support/workbench";
import type { MainTask } from "./trace-tasks";
import { readTrace } from "./trace-tasks";

/** Kinds of events that a trace gathers: tasks, samples of what they run, and marks. */
const CATEGORIES = [
	...["toplevel", "devtools.timeline", "v8", "blink.user_timing"],
	"disabled-by-default-v8.cpu_profiler",
];

/** Records what the main thread does during pieces of a person's work, and prints it. */
export interface Recorder {
	/** Records a piece of work. It may set marks named `measure:start` and `measure:end` in the page: the time between is told too. */
	record(what: string, work: () => Promise<unknown>): Promise<void>;
}

/** Makes a recorder over an open workbench. */
export function createRecorder({ page }: Workbench): Recorder {
	return {
		async record(what, work) {
			const browser = page.context().browser() as Browser;
			await browser.startTracing(page, { categories: CATEGORIES });
			// What starting to sample costs is nobody's work.
			await page.waitForTimeout(500);
			await page.evaluate(() => performance.mark("measure:begin"));
			let bytes: Uint8Array;
			try {
				await work();
			} finally {
				bytes = await browser.stopTracing();
			}
			const { tasks: all, marks } = readTrace(bytes);
			const begin = marks.get("begin") ?? 0;
			const tasks = all.filter(({ at }) => at > begin);
			const start = marks.get("start");
			const end = marks.get("end");
			const longest = [...tasks].sort((a, b) => b.own - a.own);
			const taken = start === undefined || end === undefined ? "" : tellTaken(tasks, start, end);
			const own = longest.slice(0, 4).map(tellOwn);
			const anybody = Math.max(0, ...tasks.map(({ total }) => total));
			const told = `longest own tasks ${own.join(", ")}, of anybody ${ms(anybody)} ms${taken}`;
			console.info(`${what.padEnd(44)} ${told}`);
			if (
				process.env["WHERE"] !== undefined &&
				(longest[0]?.own ?? 0) > Number(process.env["WHERE"])
			)
				console.info(`    ${longest[0]?.where.join("; ") ?? ""}`);
		},
	};
}

/** Processor time between two marks, without the workbench's own, and the clock's beside it. */
function tellTaken(tasks: readonly MainTask[], start: number, end: number): string {
	const inside = tasks.filter(({ at, to }) => to >= start && at <= end);
	const own = inside.reduce((sum, task) => sum + task.own, 0);
	return `; drawn after ${ms(own)} ms of its own work (${ms(end - start)} ms by the clock)`;
}

/** What was collected may be the workbench's, which reads the whole vault at its start. */
function tellOwn({ own, collecting }: MainTask): string {
	return collecting < 5 ? ms(own) : `${ms(own)} (${ms(collecting)} of it collects garbage)`;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
