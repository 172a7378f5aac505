import { linkRunbooks } from "../../core/executions/link-evidence";
import type { KnownTest, TestIndex } from "../../core/executions/test-index";
import type { PanelSources } from "../../core/panels/technique-panel";
import { createTechniqueScope } from "../../core/panels/technique-scope";

/** Gives the tests that a note is about: those of a runbook, of a technique's runbooks, of the runbooks linked to a rule, of the same runbook as a run; empty for other notes. */
export function listTestsOfNote(
	path: string,
	{ library, resolver }: PanelSources,
	tests: TestIndex,
): readonly KnownTest[] {
	const entry = library.entry(path);
	const ofRunbooks = (paths: ReadonlySet<string>): readonly KnownTest[] =>
		tests.all.filter(({ runbook }) => paths.has(runbook.path));
	switch (entry?.kind) {
		case undefined:
			return [];
		case "runbook":
			return ofRunbooks(new Set([path]));
		case "technique": {
			const covers = createTechniqueScope(resolver.resolve(entry.id).id, false, resolver);
			return ofRunbooks(new Set(library.runbooksOf(covers).map((runbook) => runbook.path)));
		}
		case "rule": {
			const resolve = (id: string): string => resolver.resolve(id).id;
			const linked = linkRunbooks(entry, { library, resolve });
			return ofRunbooks(new Set(linked.map(({ runbook }) => runbook.path)));
		}
		case "execution": {
			const runbook = library.runs.runbookOf(entry);
			return runbook === undefined ? [] : ofRunbooks(new Set([runbook]));
		}
	}
}
