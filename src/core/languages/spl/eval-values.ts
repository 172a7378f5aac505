import type { Condition } from "../../model/detection";

const FOLDING: ReadonlySet<string> = new Set(["lower", "upper"]);

/** A value of an expression. Offsets are those of the expanded text. */
export type EvalValue = EvalContent & { readonly start: number; readonly end: number };

/** What a value is. */
export type EvalContent =
	| { readonly kind: "field"; readonly name: string }
	| {
			readonly kind: "constant";
			readonly value: string | number | boolean | null;
			/** A string as written, without its quotes. */
			readonly raw: string;
	  }
	/** A function's call; the name is in lower case. */
	| { readonly kind: "call"; readonly name: string; readonly values: readonly EvalValue[] }
	/** Arithmetic, joined texts, and what is known only when the search runs. */
	| {
			readonly kind: "computed";
			/** Whether it stands for a condition that is written elsewhere: a macro defined nowhere, a subsearch. */
			readonly isElsewhere?: boolean;
			/** Whether the text breaks off in it. */
			readonly isBroken?: boolean;
			/** The parts of a sum. */
			readonly addends?: readonly EvalValue[];
	  }
	/** A condition as an argument. */
	| { readonly kind: "condition"; readonly condition: Condition };

/** Whether the text breaks off in a value. */
export function isBroken(value: EvalContent): boolean {
	return value.kind === "computed" && value.isBroken === true;
}

/** What a comparison is about: a field, perhaps with a function around it, or an expression. */
export interface EvalSubject {
	readonly field: string;
	readonly transform: string | null;
	/** Whether letter case was folded on the way (`lower(x)`). */
	readonly isFolded: boolean;
	readonly isComputed: boolean;
}

/** Gives what a value is about, undefined where it is a constant. `text` gives a stretch as written. */
export function subjectOf(
	value: EvalValue,
	text: (start: number, end: number) => string,
): EvalSubject | undefined {
	switch (value.kind) {
		case "constant":
			return undefined;
		case "field":
			return { field: value.name, transform: null, isFolded: false, isComputed: false };
		case "call": {
			const [only, ...others] = value.values;
			const isFold = FOLDING.has(value.name);
			if (isFold && only !== undefined && others.length === 0) {
				const inner = subjectOf(only, text);
				return inner === undefined ? undefined : { ...inner, isFolded: true };
			}
			const field = onlyField(value);
			if (field === undefined) break;
			return { field, transform: value.name, isFolded: isFolded(value), isComputed: false };
		}
		case "computed":
		case "condition":
			break;
	}
	const field = text(value.start, value.end);
	return { field, transform: null, isFolded: false, isComputed: true };
}

/** Whether letter case was folded before other functions (`trim(lower(x))`). */
function isFolded(value: EvalValue | undefined): boolean {
	let inner = value;
	while (inner?.kind === "call" && !FOLDING.has(inner.name)) [inner] = inner.values;
	return inner?.kind === "call";
}

/** Gives the one field that a call reads, undefined where it reads none, several, or more than fields and constants. */
function onlyField(value: EvalValue): string | undefined {
	const names = new Set<string>();
	const isPlain = collectFields(value, names);
	const [name] = names;
	return isPlain && names.size === 1 ? name : undefined;
}

function collectFields(value: EvalValue, names: Set<string>): boolean {
	switch (value.kind) {
		case "field":
			names.add(value.name);
			return true;
		case "constant":
			return true;
		case "call":
			return value.values.every((inner) => collectFields(inner, names));
		case "computed":
		case "condition":
			return false;
	}
}
