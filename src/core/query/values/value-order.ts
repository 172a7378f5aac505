import { durationMs, sameDuration } from "../../index/literals/duration-units";
import type { DateValue, DurationValue, FieldMap, LinkValue, Value } from "../../model/value";
import { typeName } from "../value";

/** How texts are ordered, and what links are the same. */
export interface Ordering {
	/** Compares two texts in the language of the run. */
	compareText(left: string, right: string): number;
	/** The full path of what a link's path means. */
	normalise(path: string): string;
}

/**
 * Compares any two values as Dataview 0.5.70 does: null first, unlike types by the name of the type, texts by collation, durations by
 * length but equal only when written with the same units, dates by moment but equal only in the same zone.
 */
export function compareValues(left: Value, right: Value, order: Ordering): number {
	if (left === right) return 0;
	if (left === null) return -1;
	if (right === null) return 1;
	if (typeof left === "string" && typeof right === "string") return order.compareText(left, right);
	if (typeof left === "number" && typeof right === "number") {
		return left < right ? -1 : left === right ? 0 : 1;
	}
	if (typeof left === "boolean" && typeof right === "boolean") return left ? 1 : -1;
	const [leftType, rightType] = [typeName(left), typeName(right)];
	if (leftType !== rightType) return leftType < rightType ? -1 : 1;
	return compareAlike(left, right, order);
}

/** Tells whether two values are the same as `=` sees it. */
export function equalValues(left: Value, right: Value, order: Ordering): boolean {
	return compareValues(left, right, order) === 0;
}

function compareAlike(left: Value, right: Value, order: Ordering): number {
	if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
		return 0;
	}
	if (isArray(left)) return isArray(right) ? compareLists(left, right, order) : 0;
	if (isArray(right)) return 0;
	if (left.kind === "date" && right.kind === "date") return compareDates(left, right);
	if (left.kind === "duration" && right.kind === "duration") return compareDurations(left, right);
	if (left.kind === "link" && right.kind === "link") return compareLinks(left, right, order);
	if (left.kind === "object" && right.kind === "object") {
		return compareFields(left.fields, right.fields, order);
	}
	return 0;
}

function isArray(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}

function compareDates(left: DateValue, right: DateValue): number {
	if (left.ms < right.ms) return -1;
	return left.ms === right.ms && left.zone === right.zone ? 0 : 1;
}

function compareDurations(left: DurationValue, right: DurationValue): number {
	if (durationMs(left) < durationMs(right)) return -1;
	return sameDuration(left, right) ? 0 : 1;
}

function compareLinks(left: LinkValue, right: LinkValue, order: Ordering): number {
	const paths = order.compareText(order.normalise(left.path), order.normalise(right.path));
	if (paths !== 0) return paths;
	if (left.type !== right.type) return left.type < right.type ? -1 : 1;
	const [leftPart, rightPart] = [left.subpath ?? "", right.subpath ?? ""];
	if (leftPart === "" || rightPart === "") {
		return leftPart === rightPart ? 0 : leftPart === "" ? -1 : 1;
	}
	return order.compareText(leftPart, rightPart);
}

function compareLists(left: readonly Value[], right: readonly Value[], order: Ordering): number {
	const shared = Math.min(left.length, right.length);
	for (let at = 0; at < shared; at++) {
		const difference = compareValues(left[at] ?? null, right[at] ?? null, order);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

function compareFields(left: FieldMap, right: FieldMap, order: Ordering): number {
	const keys = [...left.keys()].sort();
	const difference = compareLists(keys, [...right.keys()].sort(), order);
	if (difference !== 0) return difference;
	for (const key of keys) {
		const values = compareValues(left.get(key) ?? null, right.get(key) ?? null, order);
		if (values !== 0) return values;
	}
	return 0;
}
