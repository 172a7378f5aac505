import { convertNote } from "../../../../src/core/convert/convert-note";
import type { Conversion, NewLanguage, Obstacle } from "../../../../src/core/convert/conversion";
import type { NoteLookup } from "../../../../src/core/index/note-index";
import { runQuery } from "../../../../src/core/query/run-query";

/** The moment at which everything here runs. */
export const NOW = "2024-03-15T12:00:00Z";

/** What a block with that text would become, alone in a note. */
export function convertText(
	language: "dataview" | "query",
	text: string,
	isFolder: (path: string) => boolean = () => true,
): Conversion {
	const [conversion] = convertNote(`~~~~${language}\n${text}\n~~~~\n`, { isFolder });
	if (conversion === undefined) throw new Error("The block was not found.");
	return conversion;
}

/** The text it becomes; throws where it cannot be turned. */
export function turnedText({ to }: Conversion, language: NewLanguage): string {
	const turned = to[language];
	if (turned.ok) return turned.text;
	throw new Error(JSON.stringify(turned.obstacles));
}

/** Why it cannot be turned: the reasons with the parts of the query. */
export function refusals({ to }: Conversion, language: NewLanguage): string[] {
	const turned = to[language];
	return turned.ok
		? []
		: turned.obstacles.map(({ reason, part }: Obstacle) => `${reason}: ${part}`);
}

/** The paths of the notes that a query lists, sorted. */
export function listNotes(index: NoteLookup, query: string): string[] {
	const outcome = runQuery(index, query, { origin: null, now: NOW });
	if (outcome.type !== "table" && outcome.type !== "list") throw new Error(JSON.stringify(outcome));
	if (outcome.failed.length > 0) throw new Error(JSON.stringify(outcome.failed));
	const paths = outcome.notes ?? outcome.rows.map(([link]) => (link as { path: string }).path);
	return paths.map(String).sort();
}
