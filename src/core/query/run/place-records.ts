import type { RecordKind, Source } from "../parse/ast";
import { QueryFailure } from "./failures";

/** A part of a source that asks for records. */
export type RecordSource = Source & { readonly type: "records" };

/**
 * Gives the part of a source that asks for records; undefined where its rows are notes.
 *
 * Records narrow down by `and` alone: under `or` or `not` there is no telling which rows are meant, so these throw a `QueryFailure` at
 * their place, and so does a second kind of record.
 */
export function findRecords(source: Source | null): RecordSource | undefined {
	if (source === null) return undefined;
	const found: RecordSource[] = [];
	gather(source, undefined, found);
	const [first, second] = found;
	if (second !== undefined && first !== undefined) {
		throw new QueryFailure(
			`rows are ${first.records} or ${second.records}, not both: ask for each in a query of its own`,
			second.span,
		);
	}
	return first;
}

/** `joined` says what a record under this source would stand under that it cannot. */
function gather(source: Source, joined: "or" | "not" | undefined, found: RecordSource[]): void {
	switch (source.type) {
		case "records":
			if (joined !== undefined)
				throw new QueryFailure(adviceFor(source.records, joined), source.span);
			found.push(source);
			return;
		case "not":
			gather(source.source, "not", found);
			return;
		case "and":
		case "or": {
			const below = joined ?? (source.type === "or" ? "or" : undefined);
			gather(source.left, below, found);
			gather(source.right, below, found);
			return;
		}
		case "folder":
		case "tag":
		case "link":
		case "csv":
		case "kind":
	}
}

function adviceFor(records: RecordKind, joined: "or" | "not"): string {
	if (joined === "not") {
		return `${records} cannot be left out of a source: their rows are no notes. WHERE chooses between rows`;
	}
	return `${records} can be joined by "and" only; write ${records} and (… or …) to choose the notes they stand in`;
}

/** Tells whether a source asks for records anywhere. */
export function holdsRecords(source: Source | null): boolean {
	switch (source?.type) {
		case "records":
			return true;
		case "not":
			return holdsRecords(source.source);
		case "and":
		case "or":
			return holdsRecords(source.left) || holdsRecords(source.right);
		default:
			return false;
	}
}
