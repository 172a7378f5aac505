import type { Step } from "./compile-program";

/** All steps that a program can be at behind one part of a text. */
interface State {
	/** Those that take a unit, and those that wait for the end of the text. */
	readonly steps: readonly number[];
	readonly isFound: boolean;
	/** Whether a match ends here where the text does; undefined until somebody asked. */
	isFoundAtEnd: boolean | undefined;
	/** The state behind each unit that was met. */
	readonly next: Map<number, State>;
}

/** So many steps and ways between states are remembered; then the memory begins anew. */
const REMEMBERED = 200_000;

/**
 * Gives a function that says whether a program finds anything in a text: an automaton whose states are made as texts need them, so that a unit
 * costs one look-up once its state is known and never more than the length of the program. Undefined for a program that asks for borders of words.
 */
export function createTester(program: readonly Step[]): ((text: string) => boolean) | undefined {
	if (program.some((step) => step.type === "anchor" && /border/.test(step.anchor)))
		return undefined;
	const reach = createReach(program);
	const states = new Map<string, State>();
	let remembered = 0;
	let first: State | undefined;
	const stateOf = (from: readonly number[], isStart: boolean): State => {
		const { steps, isFound } = reach(from, isStart, false);
		const key = isFound ? "found" : steps.join();
		const known = states.get(key);
		if (known !== undefined) return known;
		const made: State = { steps, isFound, isFoundAtEnd: undefined, next: new Map() };
		remembered += steps.length;
		states.set(key, made);
		return made;
	};
	const goOn = (state: State, unit: number): State => {
		if (remembered++ > REMEMBERED) {
			states.clear();
			first = undefined;
			remembered = 0;
		}
		// A match can also begin here.
		const from = [0];
		for (const step of state.steps) if (takes(program[step], unit)) from.push(step + 1);
		const after = stateOf(from, false);
		state.next.set(unit, after);
		return after;
	};
	const endsWell = (state: State): boolean =>
		(state.isFoundAtEnd ??= reach(state.steps, false, true).isFound);
	return (text) => {
		if (text === "") return reach([0], true, true).isFound;
		let state = (first ??= stateOf([0], true));
		for (let at = 0; at < text.length && !state.isFound; at++) {
			if (state.steps.length === 0 && at > 0) return false;
			const unit = text.charCodeAt(at);
			state = state.next.get(unit) ?? goOn(state, unit);
		}
		return state.isFound || endsWell(state);
	};
}

function takes(step: Step | undefined, unit: number): boolean {
	return step?.type === "unit" && step.test(unit);
}

/** What steps can be reached from some without taking a unit, in the order of the program. */
function createReach(program: readonly Step[]) {
	const seen = new Int32Array(program.length).fill(-1);
	let round = -1;
	return (from: readonly number[], isStart: boolean, isEnd: boolean) => {
		round++;
		const open = [...from];
		const steps: number[] = [];
		let isFound = false;
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			const step = program[at];
			if (step === undefined || seen[at] === round) continue;
			seen[at] = round;
			if (step.type === "found") isFound = true;
			else if (step.type === "unit") steps.push(at);
			else if (step.type === "jump") open.push(step.to);
			else if (step.type === "fork") open.push(step.second, step.first);
			else if (step.type !== "anchor") open.push(at + 1);
			else if (step.anchor === "start" ? isStart : isEnd) open.push(at + 1);
			else if (step.anchor === "end") steps.push(at);
		}
		return { steps: steps.sort((left, right) => left - right), isFound };
	};
}
