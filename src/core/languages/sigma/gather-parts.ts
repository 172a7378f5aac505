import type { Condition } from "../../model/detection";
import { isJoined, printListPart, printMapPart, printSelection } from "./print-selection";
import type { PrintedItem } from "./print-item";

type Group = Extract<Condition, { kind: "and" | "or" }>;

/**
 * Puts neighbouring parts of a group that one selection can state together into groups of their own, without names, so that as few
 * selections as possible are printed. The order stays.
 */
export function gatherParts(group: Group): readonly Condition[] {
	return group.kind === "and" ? gatherMaps(group.parts) : gatherLists(group.parts);
}

function gatherMaps(parts: readonly Condition[]): readonly Condition[] {
	const gathered: Condition[] = [];
	let run: Condition[] = [];
	let keys = new Set<string>();
	let last: PrintedItem | undefined;
	const close = (): void => {
		pushRun(gathered, "and", run);
		run = [];
		keys = new Set();
		last = undefined;
	};
	for (const part of parts) {
		const item = printMapPart(part);
		if (item === undefined) {
			close();
			gathered.push(part);
			continue;
		}
		const key = item.key ?? "";
		const isNext = last !== undefined && isJoined(last, item);
		if (!isNext && keys.has(key)) close();
		run.push(part);
		keys.add(key);
		last = item;
	}
	close();
	return gathered;
}

function gatherLists(parts: readonly Condition[]): readonly Condition[] {
	const gathered: Condition[] = [];
	let run: Condition[] = [];
	for (const part of parts) {
		if (printListPart(part) !== undefined) run.push(part);
		else {
			pushRun(gathered, "or", run);
			run = [];
			gathered.push(part);
		}
	}
	pushRun(gathered, "or", run);
	return gathered;
}

function pushRun(gathered: Condition[], kind: "and" | "or", run: readonly Condition[]): void {
	const group: Condition = { kind, parts: run, name: null };
	if (run.length > 1 && printSelection(group) !== undefined) gathered.push(group);
	else for (const part of run) gathered.push(part);
}
