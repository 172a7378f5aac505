/** Notes of a plan that a person leaves out. */
export interface LeftOut {
	/** Their paths; another set after every change. */
	readonly paths: () => ReadonlySet<string>;
	put(paths: Iterable<string>, isLeft: boolean): void;
	clear(): void;
}

/** Starts with none. */
export function createLeftOut(): LeftOut {
	let left: ReadonlySet<string> = new Set();
	return {
		paths: () => left,
		put(paths, isLeft) {
			const next = new Set(left);
			for (const path of paths) {
				if (isLeft) next.add(path);
				else next.delete(path);
			}
			left = next;
		},
		clear() {
			left = new Set();
		},
	};
}
