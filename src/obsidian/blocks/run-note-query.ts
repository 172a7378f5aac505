import type { VaultIndex } from "../../core/index/vault-index";
import type { QueryOutcome } from "../../core/query/outcome";
import { runQueryInSteps } from "../../core/query/run-query";
import type { PanelSources } from "../../core/panels/technique-panel";
import type { Steps } from "../../core/text/steps";

/** Runs, in steps, a query for the note it stands in, at this moment, in the device's zone; `sources` are undefined while rules are still being read. */
export function runNoteQuery(
	index: VaultIndex,
	sources: PanelSources | undefined,
	query: string,
	origin: string,
	locale: string,
	staleBefore: string,
): Steps<QueryOutcome> {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return runQueryInSteps(index, query, {
		...{ origin, now: Date.now(), zone, locale, staleBefore },
		...{ records: sources?.library, techniques: sources?.resolver },
	});
}
