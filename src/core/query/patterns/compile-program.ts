import type { Anchor, Pattern, PatternNode } from "./pattern-tree";

/** A step of a program; steps are named by their place in it. */
export type Step =
	| { readonly type: "unit"; readonly test: (unit: number) => boolean }
	| { readonly type: "anchor"; readonly anchor: Anchor }
	/** Goes on at either place, the first one rather. */
	| { readonly type: "fork"; first: number; second: number }
	| { readonly type: "jump"; to: number }
	/** Notes where in the text it is. */
	| { readonly type: "mark"; readonly slot: number }
	/** Forgets what groups caught in an earlier round. */
	| { readonly type: "clear"; readonly from: number; readonly to: number }
	| { readonly type: "found" };

/** A longer program is not made: a pattern with large numbers in braces. */
const LONGEST = 20_000;

/** Turns a pattern into steps that can be followed side by side; undefined where they would be too many. */
export function compileProgram(pattern: Pattern): readonly Step[] | undefined {
	const steps: Step[] = [];
	const tests = new Map<string, (unit: number) => boolean>();
	const emit = (node: PatternNode): void => {
		if (steps.length > LONGEST) return;
		switch (node.type) {
			case "empty":
				return;
			case "unit":
				steps.push({ type: "unit", test: testOf(node.source, tests) });
				return;
			case "anchor":
				steps.push({ type: "anchor", anchor: node.anchor });
				return;
			case "sequence":
				for (const part of node.parts) emit(part);
				return;
			case "choice":
				emitChoice(node.options, steps, emit);
				return;
			case "group":
				if (node.number !== null) steps.push({ type: "mark", slot: node.number * 2 });
				emit(node.inner);
				if (node.number !== null) steps.push({ type: "mark", slot: node.number * 2 + 1 });
				return;
			case "repeat":
				emitRepeat(node, steps, emit);
		}
	};
	emit(pattern.root);
	steps.push({ type: "found" });
	return steps.length > LONGEST ? undefined : steps;
}

function emitChoice(
	options: readonly PatternNode[],
	steps: Step[],
	emit: (node: PatternNode) => void,
): void {
	const ends: { to: number }[] = [];
	options.forEach((option, at) => {
		if (at === options.length - 1) {
			emit(option);
			return;
		}
		const fork = { type: "fork" as const, first: steps.length + 1, second: 0 };
		steps.push(fork);
		emit(option);
		const end = { type: "jump" as const, to: 0 };
		steps.push(end);
		ends.push(end);
		fork.second = steps.length;
	});
	for (const end of ends) end.to = steps.length;
}

function emitRepeat(
	node: PatternNode & { readonly type: "repeat" },
	steps: Step[],
	emit: (node: PatternNode) => void,
): void {
	const { inner, min, max, isGreedy } = node;
	const groups = groupsIn(inner);
	const emitRound = (): void => {
		if (groups !== undefined) {
			steps.push({ type: "clear", from: groups.first * 2, to: groups.last * 2 + 2 });
		}
		emit(inner);
	};
	for (let count = 0; count < min && steps.length <= LONGEST; count++) emitRound();
	const openFork = (): { close: (to: number) => void } => {
		const fork = { type: "fork" as const, first: 0, second: 0 };
		steps.push(fork);
		const inside = steps.length;
		const close = (outside: number): void => {
			fork.first = isGreedy ? inside : outside;
			fork.second = isGreedy ? outside : inside;
		};
		return { close };
	};
	if (max === Infinity) {
		const start = steps.length;
		const fork = openFork();
		emitRound();
		steps.push({ type: "jump", to: start });
		fork.close(steps.length);
		return;
	}
	const forks: { close: (to: number) => void }[] = [];
	for (let count = min; count < max && steps.length <= LONGEST; count++) {
		forks.push(openFork());
		emitRound();
	}
	for (const fork of forks) fork.close(steps.length);
}

/** Numbers of the groups in a part of a pattern, which follow each other. */
function groupsIn(
	node: PatternNode,
): { readonly first: number; readonly last: number } | undefined {
	let found: { first: number; last: number } | undefined;
	const visit = (part: PatternNode): void => {
		if (part.type === "group" && part.number !== null) {
			found = { first: found?.first ?? part.number, last: part.number };
		}
		if (part.type === "group" || part.type === "repeat") visit(part.inner);
		else if (part.type === "sequence") part.parts.forEach(visit);
		else if (part.type === "choice") part.options.forEach(visit);
	};
	visit(node);
	return found;
}

/** The engine says what fits a piece of pattern; each unit is asked for once. */
function testOf(
	source: string,
	tests: Map<string, (unit: number) => boolean>,
): (unit: number) => boolean {
	const known = tests.get(source);
	if (known !== undefined) return known;
	const pattern = new RegExp(`^(?:${source})$`);
	const answers = new Map<number, boolean>();
	const test = (unit: number): boolean => {
		const answer = answers.get(unit);
		if (answer !== undefined) return answer;
		const fits = pattern.test(String.fromCharCode(unit));
		answers.set(unit, fits);
		return fits;
	};
	tests.set(source, test);
	return test;
}
