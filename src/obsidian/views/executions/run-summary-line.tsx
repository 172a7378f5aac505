import type { RunSummary } from "../../../core/executions/run-summary";
import { isStale } from "../../../core/executions/run-summary";
import type { Outcome } from "../../../core/model/execution";
import type { Texts } from "../../text/en";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";

/** What runs say in one line: the last one, tests proven, rules that fired. */
export function RunSummaryLine({ summary }: { readonly summary: RunSummary }) {
	const { texts, staleBefore } = useHost();
	const { executions } = texts;
	const words = executions.summary;
	const { lastRun, lastPath, outcome, tests, rules, runs } = summary;
	const day = showDay(lastRun, staleBefore?.(), words);
	const facts = [
		words.runs(runs),
		...(tests.total === 0 ? [] : [words.tests(tests.proven, tests.total, tests.stale)]),
		...(rules.judged === 0 ? [] : [words.rules(rules.proven, rules.judged, rules.stale)]),
	];
	const last = words.lastRun(day, nameOutcome(outcome, executions) || null);
	return (
		<p class="detection-vault-run-summary">
			{facts.join(" · ")} · {lastPath === null ? last : <NoteLink target={lastPath} text={last} />}
		</p>
	);
}

/** Gives the day of a run, and that it is stale where it is; `before` is the time that decides, undefined where nobody asks. */
export function showDay(
	lastRun: string | null,
	before: string | undefined,
	words: Texts["executions"]["summary"],
): string {
	if (lastRun === null) return words.never;
	const day = lastRun.slice(0, 10);
	return before !== undefined && isStale(lastRun, before) ? `${day} (${words.stale})` : day;
}

/** Gives an outcome's word; "" where there is none. */
export function nameOutcome(outcome: Outcome | null, texts: Texts["executions"]): string {
	return outcome === null ? "" : texts.outcomes[outcome];
}
