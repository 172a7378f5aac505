import type { Pattern, PatternNode } from "./pattern-tree";

/** In how many ways a pattern can be laid over a text of n units: at most `factor` times (n + 1) to the power of `degree`. */
export interface Ways {
	readonly factor: number;
	readonly degree: number;
}

const ONE: Ways = { factor: 1, degree: 0 };
const ENDLESS: Ways = { factor: Infinity, degree: 0 };

/**
 * Counts the ways that an engine may have to go through before it knows that a pattern fits nowhere: each start, each number of rounds, each
 * option. Endless where something that can be laid in several ways is repeated itself.
 */
export function countWays({ root }: Pattern): Ways {
	const own = waysOf(root);
	return beginsAtStart(root) ? own : { factor: own.factor, degree: own.degree + 1 };
}

function waysOf(node: PatternNode): Ways {
	switch (node.type) {
		case "group":
			return waysOf(node.inner);
		case "sequence":
			return node.parts.map(waysOf).reduce(multiply, ONE);
		case "choice":
			return node.options.map(waysOf).reduce(add);
		case "repeat":
			return waysOfRepeat(node);
		default:
			return ONE;
	}
}

function waysOfRepeat({ inner, min, max }: PatternNode & { readonly type: "repeat" }): Ways {
	const round = waysOf(inner);
	const isPlain = round.degree === 0 && round.factor === 1;
	if (max <= 1) return min === max ? round : add(round, ONE);
	if (!isPlain) return ENDLESS;
	return max === Infinity ? { factor: 1, degree: 1 } : { factor: max - min + 1, degree: 0 };
}

function multiply(left: Ways, right: Ways): Ways {
	return { factor: left.factor * right.factor, degree: left.degree + right.degree };
}

function add(left: Ways, right: Ways): Ways {
	return { factor: left.factor + right.factor, degree: Math.max(left.degree, right.degree) };
}

function beginsAtStart(node: PatternNode): boolean {
	if (node.type === "anchor") return node.anchor === "start";
	if (node.type === "group") return beginsAtStart(node.inner);
	if (node.type === "choice") return node.options.every(beginsAtStart);
	const first = node.type === "sequence" ? node.parts[0] : undefined;
	return first !== undefined && beginsAtStart(first);
}
