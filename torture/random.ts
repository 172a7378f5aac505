/** A source of chance that one number repeats. */
export interface Random {
	/** A whole number from 0 up to, without, `limit`; 0 where that is less than 1. */
	below(limit: number): number;
	/** One item of a list that has some. */
	pick<Item>(items: readonly Item[]): Item;
	/** True once in so many times. */
	oneIn(times: number): boolean;
	/** Some items of a list, each at most once, in a random order. */
	some<Item>(items: readonly Item[], count: number): Item[];
}

/** Makes a source of chance (mulberry32, Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const below = (limit: number): number => (limit < 1 ? 0 : next() % limit);
	return {
		below,
		pick(items) {
			const item = items[below(items.length)];
			if (item === undefined) throw new Error("nothing to pick from");
			return item;
		},
		oneIn: (times) => below(times) === 0,
		some(items, count) {
			const rest = [...items];
			const taken: (typeof rest)[number][] = [];
			while (taken.length < count && rest.length > 0) {
				taken.push(...rest.splice(below(rest.length), 1));
			}
			return taken;
		},
	};
}

/** A seed of its own for one case of a run, so that the case can be run alone. */
export function seedOf(seed: number, index: number): number {
	return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
}
