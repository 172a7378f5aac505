import type { Expression } from "./esql-tree";

/** Tells what is known of a column. */
interface ColumnLookup {
	describe(name: string): Pick<Subject, "isComputed" | "isFolded"> & { readonly field?: string };
}

/** What a comparison is about: a column, perhaps inside a function. */
export interface Subject {
	readonly field: string;
	/** The event's field that the column is under another name. */
	readonly original?: string;
	readonly transform: string | null;
	/** Whether no event has it. */
	readonly isComputed: boolean;
	/** Whether letter case was folded around the column. */
	readonly isFolded: boolean;
}

const FOLDING = new Set(["to_lower", "to_upper"]);
const CAST =
	/^to_(?:str(?:ing)?|int(?:eger)?|long|ul|ulong|unsigned_long|double|dbl|ip|bool(?:ean)?|ver(?:sion)?|dt|datetime|date_?nanos)$/;

/** Whether a function only casts, and a comparison with what it gives is one with the field itself. */
export function isCast(name: string): boolean {
	return CAST.test(name);
}

/** Tells what an expression on the left of a comparison is about. */
export function subjectOf(
	expression: Expression,
	lowering: { readonly text: string; readonly columns: ColumnLookup },
): Subject {
	if (expression.kind === "column") {
		const { isComputed, isFolded, field } = lowering.columns.describe(expression.name);
		const subject = { field: expression.name, transform: null, isComputed, isFolded };
		return field === undefined ? subject : { ...subject, original: field };
	}
	if (expression.kind === "call") {
		// Units and formats may stand before the field: `date_extract("hour_of_day", @timestamp)`.
		const first = expression.items.find(({ kind }) => kind !== "literal" && kind !== "duration");
		if (first !== undefined) {
			const inner = subjectOf(first, lowering);
			if (FOLDING.has(expression.name)) return { ...inner, isFolded: true };
			if (isCast(expression.name)) return inner;
			if (isSimple(first)) return { ...inner, transform: expression.name };
		}
	}
	const field = lowering.text.slice(expression.start, expression.end);
	return { field, transform: null, isComputed: true, isFolded: false };
}

/** A column, or functions around one alone. */
function isSimple(expression: Expression): boolean {
	if (expression.kind === "column") return true;
	if (expression.kind !== "call") return false;
	const first = expression.items.find(({ kind }) => kind !== "literal" && kind !== "duration");
	return first !== undefined && isSimple(first);
}
