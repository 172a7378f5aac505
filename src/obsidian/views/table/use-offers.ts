import { useMemo } from "preact/hooks";
import { useHost } from "../view-host";
import type { CellProperty } from "./cell-edits";
import type { Suggestion } from "./use-suggestions";

/** How many values are offered at once. */
const OFFERED = 8;
/** A property with more values than this is free text: its values are no choices. */
const CHOICES = 60;

const NONE: readonly Suggestion[] = [];

/** What a field offers for a text: notes behind `[[`, else values that other notes have. */
export function useOffers(
	text: string,
	property: CellProperty,
	options: {
		readonly isList: boolean;
		readonly taken: readonly string[];
		readonly isTouched: boolean;
	},
): readonly Suggestion[] {
	const { edits } = useHost();
	const { key, note } = property;
	const { isList, isTouched } = options;
	const values = useMemo(() => edits?.suggestValues(key) ?? [], [edits, key]);
	const taken = options.taken.join("\n");
	return useMemo(() => {
		const link = openLink(text);
		if (link !== undefined) {
			const notes = edits?.suggestNotes(link, note) ?? [];
			return notes.map((found) => ({ text: found.link, detail: found.folder }));
		}
		if (!isList && values.length > CHOICES) return NONE;
		const used = new Set(taken.split("\n"));
		const wanted = isTouched ? text.trim().toLowerCase() : "";
		if (isList && wanted === "" && !isTouched) return NONE;
		const found = values.filter(
			(value) => !used.has(value) && value.toLowerCase().includes(wanted) && value !== text,
		);
		const first = found.filter((value) => value.toLowerCase().startsWith(wanted));
		const others = found.filter((value) => !value.toLowerCase().startsWith(wanted));
		return [...first, ...others].slice(0, OFFERED).map((value) => ({ text: value, detail: "" }));
	}, [edits, text, note, values, isList, isTouched, taken]);
}

/** What is typed behind the last `[[` that is still open; undefined where none is. */
export function openLink(text: string): string | undefined {
	const start = text.lastIndexOf("[[");
	return start === -1 || text.includes("]]", start) ? undefined : text.slice(start + 2);
}

/** Fills the link in that is being typed. */
export function completeLink(text: string, link: string): string {
	return `${text.slice(0, text.lastIndexOf("[["))}[[${link}]]`;
}
