/** An event of Chromium's trace, as far as it is read here. Times are microseconds. */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	readonly ts: number;
	readonly dur?: number;
	/** Of the thread: what other processes take does not count. */
	readonly tdur?: number;
	readonly id?: string;
	readonly args: {
		readonly data?: {
			readonly startTime?: number;
			readonly timeDeltas?: readonly number[];
			readonly cpuProfile?: {
				readonly nodes?: readonly ProfileNode[];
				readonly samples?: readonly number[];
			};
		};
	};
}

/** What the innermost function is called, or the engine's own work. */
interface NamedSample extends Sample {
	readonly name: string;
}

interface ProfileNode {
	readonly id: number;
	readonly parent?: number;
	readonly callFrame: { readonly url?: string; readonly functionName: string };
}

/** Whose script runs: the plugin's, the workbench's, or none, as while the browser lays out and paints. */
type Owner = "plugin" | "host" | "none";

interface Sample {
	readonly at: number;
	readonly owner: Owner;
	/** Functions of the plugin on the stack, the innermost first. */
	readonly stack: readonly string[];
}

/** A task of the main thread; all times are milliseconds of the processor. */
export interface MainTask {
	/** Milliseconds since the trace began, of the clock. */
	readonly at: number;
	/** Its end, likewise. */
	readonly to: number;
	readonly total: number;
	/** The plugin's share: its scripts, and what the browser did in a task in which they ran. */
	readonly own: number;
	/** What collecting garbage took of the whole task. */
	readonly collecting: number;
	/** Where the plugin's own time went: its functions, the costliest first. */
	readonly where: readonly string[];
}

/** What a trace tells of the main thread. */
export interface TraceReading {
	readonly tasks: readonly MainTask[];
	/** Milliseconds of the clock at which marks were set, by name. */
	readonly marks: ReadonlyMap<string, number>;
}

const isRun = ({ name, ph }: TraceEvent): boolean =>
	ph === "X" && (name === "RunTask" || name === "ThreadControllerImpl::RunTask");

/** Reads the tasks of the page's main thread out of a trace with `toplevel` and processor samples. */
export function readTrace(bytes: Uint8Array): TraceReading {
	const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
		readonly traceEvents: readonly TraceEvent[];
	};
	const profile = traceEvents.find(({ name }) => name === "Profile");
	if (profile === undefined) return { tasks: [], marks: new Map() };
	const isMain = ({ pid, tid }: TraceEvent): boolean => pid === profile.pid && tid === profile.tid;
	const samples = readSamples(traceEvents, profile);
	const origin = profile.ts;
	const runs = traceEvents.filter((event) => isRun(event) && isMain(event));
	const works = traceEvents
		.filter((event) => event.ph === "X" && WORK.has(event.name) && isMain(event))
		.sort((a, b) => a.ts - b.ts);
	let next = 0;
	let work = 0;
	const tasks = runs
		.sort((a, b) => a.ts - b.ts)
		.map((run): MainTask => {
			const end = run.ts + (run.dur ?? 0);
			while ((samples[next]?.at ?? Infinity) < run.ts) next++;
			const from = next;
			while ((samples[next]?.at ?? Infinity) <= end) next++;
			while ((works[work]?.ts ?? Infinity) < run.ts) work++;
			const first = work;
			while ((works[work]?.ts ?? Infinity) <= end) work++;
			const inside = works.slice(first, work);
			const task = readTask(run, samples.slice(from, next), origin);
			return {
				...task,
				collecting: timeOf(inside, GC),
				where: [...tellWork(inside), ...task.where],
			};
		});
	const marks = traceEvents
		.filter((event) => event.name.startsWith("measure:"))
		.map(({ name, ts }) => [name.slice("measure:".length), (ts - origin) / 1000] as const);
	return { tasks, marks: new Map(marks) };
}

/** What the browser does besides running scripts. */
const WORK = new Set([
	...["UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit", "HitTest"],
	...["MinorGC", "MajorGC", "v8.compile", "EvaluateScript", "ParseHTML"],
]);

/** Garbage is collected whenever there is much of it, in the middle of whose task it may be. */
const GC: ReadonlySet<string> = new Set(["MinorGC", "MajorGC"]);

function timeOf(works: readonly TraceEvent[], names: ReadonlySet<string>): number {
	return works
		.filter(({ name }) => names.has(name))
		.reduce((sum, { tdur = 0, dur = tdur }) => sum + (tdur || dur) / 1000, 0);
}

function tellWork(works: readonly TraceEvent[]): readonly string[] {
	const costs = new Map<string, number>();
	for (const { name, tdur = 0, dur = tdur } of works)
		costs.set(name, (costs.get(name) ?? 0) + (tdur || dur) / 1000);
	return [...costs].map(([name, cost]) => `[${name} ${cost.toFixed(1)}]`);
}

function readTask(
	run: TraceEvent,
	samples: readonly Sample[],
	origin: number,
): Omit<MainTask, "collecting"> {
	const total = (run.tdur ?? run.dur ?? 0) / 1000;
	const at = (run.ts - origin) / 1000;
	const isPlugin = samples.some(({ owner }) => owner === "plugin");
	const own = samples.filter(({ owner }) => owner === "plugin" || (isPlugin && owner === "none"));
	const costs = new Map<string, number>();
	for (const { stack } of own)
		for (const name of new Set(stack)) costs.set(name, (costs.get(name) ?? 0) + 1);
	const where = [...costs]
		.sort(([, a], [, b]) => b - a)
		.slice(0, 12)
		.map(([name, count]) => `${name} ${Math.round((count / samples.length) * total)}`);
	return {
		...{ at, to: at + (run.dur ?? 0) / 1000, total, where },
		own: samples.length === 0 ? 0 : (total * own.length) / samples.length,
	};
}

function readSamples(events: readonly TraceEvent[], profile: TraceEvent): readonly Sample[] {
	const nodes = new Map<number, ProfileNode>();
	const samples: NamedSample[] = [];
	let at = profile.args.data?.startTime ?? profile.ts;
	const known = new Map<number, Pick<Sample, "owner" | "stack">>();
	const chunks = events.filter(
		({ name, id, pid }) => name === "ProfileChunk" && id === profile.id && pid === profile.pid,
	);
	for (const { args } of chunks) {
		for (const node of args.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
		const deltas = args.data?.timeDeltas ?? [];
		(args.data?.cpuProfile?.samples ?? []).forEach((node, index) => {
			at += deltas[index] ?? 0;
			const read = known.get(node) ?? readStack(node, nodes);
			known.set(node, read);
			samples.push({ at, name: nodes.get(node)?.callFrame.functionName ?? "", ...read });
		});
	}
	return tellCollecting(samples.sort((a, b) => a.at - b.at)).filter(
		({ name }) => name !== "(idle)",
	);
}

/** Whoever runs when there is much garbage pays for collecting it: samples name the collector alone, as if nobody's script ran. */
function tellCollecting(samples: readonly NamedSample[]): readonly NamedSample[] {
	let before: NamedSample | undefined;
	return samples.map((sample) => {
		if (sample.name !== "(garbage collector)") {
			before = sample;
			return sample;
		}
		return before === undefined ? sample : { ...before, at: sample.at, name: sample.name };
	});
}

/** The innermost script that has an address says whose time it is: what a test evaluates in the page has none. */
function readStack(
	leaf: number,
	nodes: ReadonlyMap<number, ProfileNode>,
): Pick<Sample, "owner" | "stack"> {
	let owner: Owner = "none";
	const stack: string[] = [];
	for (let node = nodes.get(leaf); node !== undefined; node = nodes.get(node.parent ?? -1)) {
		const { url = "", functionName } = node.callFrame;
		const isPlugin = url.startsWith("blob:");
		if (isPlugin) stack.push(functionName === "" ? "(anonymous)" : functionName);
		if (owner === "none" && url !== "") owner = isPlugin ? "plugin" : "host";
	}
	return { owner, stack };
}
