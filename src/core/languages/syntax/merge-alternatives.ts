import type { Condition } from "../../model/detection";
import type { Predicate } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf } from "./conditions";

/**
 * Joins the values of a field's list that stand side by side under an `or` and share field and operator into one predicate each, in the
 * order in which these first occur. Every predicate gets the list's whole span.
 */
export function mergeAlternatives(values: Condition, span: Span): Condition {
	switch (values.kind) {
		case "predicate":
			return leaf({ ...values.predicate, span });
		case "not":
			return { kind: "not", part: mergeAlternatives(values.part, span) };
		case "and": {
			const parts = values.parts.map((part) => mergeAlternatives(part, span));
			return combine("and", parts, values.name);
		}
		case "or":
			return combine("or", mergeParts(values.parts, span), values.name);
		case "at-least":
			return { ...values, parts: values.parts.map((part) => mergeAlternatives(part, span)) };
		case "always":
		case "opaque":
			return values;
	}
}

function mergeParts(parts: readonly Condition[], span: Span): readonly Condition[] {
	const alike = new Map<string, Predicate[]>();
	const slots: { readonly other: Condition | undefined; readonly group: readonly Predicate[] }[] =
		[];
	for (const part of parts) {
		if (part.kind !== "predicate") {
			slots.push({ other: mergeAlternatives(part, span), group: [] });
			continue;
		}
		const { op, field, transform } = part.predicate;
		const key = JSON.stringify([op, field, transform]);
		const same = alike.get(key);
		if (same !== undefined) same.push(part.predicate);
		else {
			const group = [part.predicate];
			alike.set(key, group);
			slots.push({ other: undefined, group });
		}
	}
	return slots.flatMap(({ other, group }) => {
		const [first] = group;
		if (first === undefined) return other ?? [];
		const terms = group.length === 1 ? first.terms : group.flatMap((same) => same.terms);
		return leaf({ ...first, terms, span });
	});
}
