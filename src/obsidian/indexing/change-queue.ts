/** Milliseconds of quiet after which changes are taken in. */
const QUIET = 250;
/** Milliseconds after which they are taken in although more keep coming. */
const LONGEST_WAIT = 1500;

/** Notes that changed, gathered until it is quiet. */
export interface ChangeQueue {
	/** Notes a path; with `from` its note came from there by renaming. */
	add(path: string, from?: string): void;
	/** Takes what was gathered, renamed notes first: what is known of them stands under their old paths. */
	take(): readonly (readonly [path: string, from: string | undefined])[];
	/** Whether a change of a note waits. */
	has(path: string): boolean;
	/** Whether there is anything to take. */
	readonly isEmpty: boolean;
	/** Stops waiting. */
	stop(): void;
}

/** Makes a queue that calls `due` whenever gathered changes should be taken in. */
export function createChangeQueue(win: Window, due: () => void): ChangeQueue {
	let changes = new Map<string, string | undefined>();
	let timer: number | undefined;
	let first = 0;
	const stop = (): void => {
		if (timer !== undefined) win.clearTimeout(timer);
		timer = undefined;
	};
	return {
		add(path, from) {
			const now = performance.now();
			if (changes.size === 0) first = now;
			changes.set(path, from ?? changes.get(path));
			stop();
			const wait = Math.max(0, Math.min(QUIET, first + LONGEST_WAIT - now));
			timer = win.setTimeout(() => {
				timer = undefined;
				due();
			}, wait);
		},
		take() {
			stop();
			const taken = [...changes].sort(
				([, a], [, b]) => Number(a === undefined) - Number(b === undefined),
			);
			changes = new Map();
			return taken;
		},
		has: (path) => changes.has(path),
		get isEmpty() {
			return changes.size === 0;
		},
		stop,
	};
}
