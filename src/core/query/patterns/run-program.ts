import type { Step } from "./compile-program";
import type { Anchor } from "./pattern-tree";

/** Where a match and its groups begin and end, in turn; -1 where a group caught nothing. */
export type Marks = readonly number[];

interface Thread {
	readonly step: number;
	readonly marks: Marks;
}

/** The threads at one place of the text, those that come first preferred; each step at most once. */
interface ThreadList {
	readonly threads: Thread[];
	/** For each step, the place of the text at which it was last added. */
	readonly seen: Int32Array;
}

/**
 * Finds the first match from an offset on, by following all ways through a program at once (Thompson, Pike): the time is the length of the
 * text times that of the program, whatever the pattern.
 */
export function runProgram(
	steps: readonly Step[],
	text: string,
	from: number,
	slots: number,
): Marks | undefined {
	let current: ThreadList = { threads: [], seen: new Int32Array(steps.length).fill(-1) };
	let next: ThreadList = { threads: [], seen: new Int32Array(steps.length).fill(-1) };
	let best: Marks | undefined;
	const none: Marks = new Array<number>(slots).fill(-1);
	for (let at = from; at <= text.length; at++) {
		// Where nothing has matched yet a match can begin here, after all that began before.
		if (best === undefined) addThread(steps, current, text, at, 0, withMark(none, 0, at));
		else if (current.threads.length === 0) break;
		const unit = at < text.length ? text.charCodeAt(at) : -1;
		for (const { step, marks } of current.threads) {
			const now = steps[step];
			if (now?.type === "found") {
				best = withMark(marks, 1, at);
				// What comes later in the list is less preferred.
				break;
			}
			if (now?.type === "unit" && unit !== -1 && now.test(unit)) {
				addThread(steps, next, text, at + 1, step + 1, marks);
			}
		}
		current.threads.length = 0;
		[current, next] = [next, current];
	}
	return best;
}

/** Adds the steps that can be reached from one without taking a character, in order of preference. */
function addThread(
	steps: readonly Step[],
	list: ThreadList,
	text: string,
	at: number,
	start: number,
	startMarks: Marks,
): void {
	const open: Thread[] = [{ step: start, marks: startMarks }];
	for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
		const { step, marks } = thread;
		if (list.seen[step] === at) continue;
		list.seen[step] = at;
		const now = steps[step];
		if (now === undefined) continue;
		switch (now.type) {
			case "jump":
				open.push({ step: now.to, marks });
				break;
			case "fork":
				open.push({ step: now.second, marks }, { step: now.first, marks });
				break;
			case "mark":
				open.push({ step: step + 1, marks: withMark(marks, now.slot, at) });
				break;
			case "clear":
				open.push({ step: step + 1, marks: cleared(marks, now.from, now.to) });
				break;
			case "anchor":
				if (holds(now.anchor, text, at)) open.push({ step: step + 1, marks });
				break;
			case "unit":
			case "found":
				list.threads.push({ step, marks });
		}
	}
}

function withMark(marks: Marks, slot: number, at: number): Marks {
	const changed = [...marks];
	changed[slot] = at;
	return changed;
}

function cleared(marks: Marks, from: number, to: number): Marks {
	const changed = [...marks];
	return changed.fill(-1, from, to);
}

function holds(anchor: Anchor, text: string, at: number): boolean {
	if (anchor === "start") return at === 0;
	if (anchor === "end") return at === text.length;
	const isBorder = isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at));
	return isBorder === (anchor === "border");
}

function isWord(unit: number): boolean {
	return (
		(unit >= 0x61 && unit <= 0x7a) ||
		(unit >= 0x41 && unit <= 0x5a) ||
		(unit >= 0x30 && unit <= 0x39) ||
		unit === 0x5f
	);
}
