import { endOfLine } from "../../text/end-of-line";
import type { RawField } from "../note-record";
import { lineFields } from "./inline-fields";
import type { Span } from "./list-items";

/** Gives the inline fields of all lines of a text that lie in none of the stretches; these come in order. */
export function fieldsOutside(text: string, covered: readonly Span[]): readonly RawField[] {
	const fields: RawField[] = [];
	let span = 0;
	for (let found = text.indexOf("::"); found !== -1;) {
		const start = text.lastIndexOf("\n", found) + 1;
		const end = endOfLine(text, found);
		while ((covered[span]?.last ?? Infinity) < start) span++;
		const isCovered = (covered[span]?.first ?? Infinity) <= start;
		if (!isCovered) fields.push(...lineFields(text.slice(start, end).trim()));
		found = text.indexOf("::", end);
	}
	return fields.length === 0 ? NONE : fields;
}

const NONE: readonly never[] = [];
