import type { LinkSources } from "../executions/link-evidence";
import type { ExecutionEntry, RunbookEntry } from "../library/library-entry";
import type { TestFacts } from "../library/test-facts";
import type { RunbookTest } from "../notes/runbook/read-runbook";
import { readRunbook } from "../notes/runbook/read-runbook";
import type { ExpectedRule } from "./expect-rules";
import { createExpecter } from "./expect-rules";

/** A test of a runbook with what the vault knows of it. */
export interface TestRow {
	readonly test: RunbookTest;
	/** Plain text. */
	readonly name: string;
	/** What the note states of it; undefined for a test that has no GUID yet. */
	readonly facts: TestFacts | undefined;
	/** The rules that a person says should fire, as Markdown; null where nobody did, so that they are derived. */
	readonly statedRules: string | null;
	/** The rules that should fire, then those that could; worked out when first asked for. */
	readonly rules: () => readonly ExpectedRule[];
	/** The latest first. */
	readonly runs: readonly ExecutionEntry[];
}

/** Lists the tests of a runbook's text, in its order. */
export function listTestRows(
	runbook: RunbookEntry,
	text: string,
	sources: LinkSources,
): readonly TestRow[] {
	const expected = createExpecter(runbook, sources);
	const facts = new Map((runbook.testFacts ?? []).map((test) => [test.guid, test]));
	return readRunbook(text).map((test) => {
		const own = facts.get(test.guid ?? "");
		const stated = test.expected.get("rules");
		const runs = test.guid === null ? [] : sources.library.runs.ofTest(test.guid);
		return {
			test,
			name: own?.name ?? test.name,
			facts: own,
			statedRules: stated === undefined || stated.isDerived ? null : stated.text,
			rules: () => expected(test),
			runs: runs.filter((run) => {
				const home = sources.library.runs.runbookOf(run);
				return home === undefined || home === runbook.path;
			}),
		};
	});
}
