import type { Marks } from "./run-program";

/** Writes a replacement for a match: `$&`, `$1`, `$<name>`, `` $` ``, `$'` and `$$` mean what they do in ECMAScript. */
export function expandReplacement(
	replacement: string,
	text: string,
	marks: Marks,
	names: ReadonlyMap<string, number>,
): string {
	const [start = 0, end = 0] = marks;
	const groups = marks.length / 2 - 1;
	const caught = (number: number): string => {
		const [from = -1, to = -1] = marks.slice(number * 2, number * 2 + 2);
		return from === -1 || to === -1 ? "" : text.slice(from, to);
	};
	return replacement.replace(/\$(?:[$&`']|\d{1,2}|<([^>]*)>)/g, (whole: string, name?: string) => {
		if (name !== undefined) {
			const number = names.get(name);
			return names.size === 0 ? whole : number === undefined ? "" : caught(number);
		}
		switch (whole) {
			case "$$":
				return "$";
			case "$&":
				return text.slice(start, end);
			case "$`":
				return text.slice(0, start);
			case "$'":
				return text.slice(end);
			default:
				return expandNumber(whole, groups, caught);
		}
	});
}

/** Two digits are a group where there is one of that number, else the first digit is, where there is one of that. */
function expandNumber(whole: string, groups: number, caught: (number: number) => string): string {
	const both = Number(whole.slice(1));
	if (both >= 1 && both <= groups) return caught(both);
	const first = Number(whole.charAt(1));
	if (whole.length === 3 && first >= 1 && first <= groups) return caught(first) + whole.charAt(2);
	return whole;
}
