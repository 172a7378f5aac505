import { plainLine } from "./plain-line";

const SHOWN = 20;

/** Gives a heading with the number of items and the first of them, a line each; nothing where there are none. `whole` says where all stand. */
export function listSome(
	heading: string,
	items: readonly string[],
	whole = " (--json lists all)",
): readonly string[] {
	if (items.length === 0) return [];
	const rest = items.length - SHOWN;
	const more = rest > 0 ? [`  … and ${rest} more${whole}`] : [];
	const shown = items.slice(0, SHOWN).map((item) => `  ${plainLine(item)}`);
	return [`${heading}: ${items.length}`, ...shown, ...more];
}
