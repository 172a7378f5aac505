import type { VaultIndex } from "../../core/index/vault-index";
import type { QueryOutcome } from "../../core/query/outcome";
import type { RecordLookup } from "../../core/query/records/record-lookup";
import { runQuery } from "../../core/query/run-query";

/** Runs a query for the note it stands in, at this moment, in the device's zone; `records` is the library, undefined while it is not there. */
export function runNoteQuery(
	index: VaultIndex,
	records: RecordLookup | undefined,
	query: string,
	origin: string,
	locale: string,
): QueryOutcome {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return runQuery(index, query, { origin, now: Date.now(), zone, locale, records });
}
