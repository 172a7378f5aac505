/** Those that want to hear of changes. */
export interface Listeners<Args extends readonly unknown[] = []> {
	/** Calls all of them back, in the order in which they came. */
	readonly tell: (...args: Args) => void;
	/** Calls back at every change, until the result is called. */
	readonly add: (listener: (...args: Args) => void) => () => void;
}

/** Starts with none. */
export function createListeners<Args extends readonly unknown[] = []>(): Listeners<Args> {
	const listeners = new Set<(...args: Args) => void>();
	return {
		tell(...args) {
			for (const listener of listeners) listener(...args);
		},
		add(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
