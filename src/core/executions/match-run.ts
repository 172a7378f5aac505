import type { RunFacts } from "../model/execution";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";
import type { KnownTest, TestIndex } from "./test-index";
import { foldName } from "./test-index";

/** What is known of a run when its test is looked for. */
export interface RunNaming extends Pick<RunFacts, "technique" | "testGuid" | "testName"> {
	/** The test's place among those of its technique when the log was written. */
	readonly testNumber: number | null;
}

/**
 * Finds the test that a run was of: by GUID; else by technique and name; else, where the log has no name, by technique and number.
 *
 * Numbers shift between releases, so a number never stands against a name (it chooses among tests of one name), and a GUID that no runbook has is not overruled by either. Undefined where nothing
 * matches, or several tests do.
 */
export function matchRun(
	run: RunNaming,
	tests: TestIndex,
	resolve: (technique: string) => string,
): KnownTest | undefined {
	if (run.testGuid !== null) return tests.byGuid(run.testGuid);
	if (run.technique === null) return undefined;
	const technique = resolve(run.technique);
	const hasNumber = ({ number }: KnownTest): boolean => number === run.testNumber;
	if (run.testName !== null) {
		const named = tests.byName(technique, run.testName);
		const chosen = named.length === 1 ? named : named.filter(hasNumber);
		return chosen.length === 1 ? chosen[0] : undefined;
	}
	const numbered = tests.ofTechnique(technique).filter(hasNumber);
	return numbered.length === 1 ? numbered[0] : undefined;
}

/** A test that a run may have been of. */
export interface TestSuggestion {
	readonly known: KnownTest;
	/** What speaks for it, most telling first. */
	readonly why: readonly ("name" | "technique" | "parent-technique" | "words")[];
}

/**
 * Ranks the tests that a run without one may have been of: by name, technique, and the words that their names share; at most `limit`.
 */
export function suggestTests(
	run: RunNaming,
	tests: TestIndex,
	resolve: (technique: string) => string,
	limit = 5,
): readonly TestSuggestion[] {
	const technique = run.technique === null ? null : resolve(run.technique);
	const name = run.testName === null ? "" : foldName(run.testName);
	const words = wordsOf(run.testName);
	const scored = tests.all.flatMap((known) => {
		const why: TestSuggestion["why"][number][] = [];
		const shared = shareOf(words, wordsOf(known.test.name));
		const isNamed = name !== "" && foldName(known.test.name ?? "") === name;
		if (isNamed) why.push("name");
		const kin = kinshipOf(technique, known.technique);
		if (kin !== null) why.push(kin);
		if (!isNamed && shared >= 0.5) why.push("words");
		const kinScore = kin === "technique" ? 2 : kin === null ? 0 : 1;
		return why.length === 0 ? [] : [{ known, why, score: (isNamed ? 4 : 0) + kinScore + shared }];
	});
	return scored
		.sort(
			(a, b) =>
				b.score - a.score ||
				compareCodeUnits(a.known.runbook.path, b.known.runbook.path) ||
				a.known.number - b.known.number,
		)
		.slice(0, limit)
		.map(({ known, why }) => ({ known, why }));
}

function kinshipOf(
	one: string | null,
	other: string | null,
): "technique" | "parent-technique" | null {
	if (one === null || other === null) return null;
	if (one === other) return "technique";
	return parentTechniqueId(one) === parentTechniqueId(other) ? "parent-technique" : null;
}

function wordsOf(name: string | null): ReadonlySet<string> {
	return new Set(name?.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** Ratio of the words of the smaller set that the other has too. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const least = Math.min(one.size, other.size);
	if (least === 0) return 0;
	return [...one].filter((word) => other.has(word)).length / least;
}
