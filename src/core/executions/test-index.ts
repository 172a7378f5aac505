import type { RunbookEntry } from "../library/library-entry";
import type { TestFacts } from "../library/test-facts";
import { addToGroup } from "../text/add-to-group";

/** A test of a runbook, as runs are matched to it. */
export interface KnownTest {
	readonly runbook: RunbookEntry;
	/** The technique in use today that the runbook is about, null where it names none. */
	readonly technique: string | null;
	readonly test: TestFacts;
	/** Its place among the runbook's tests, from 1. */
	readonly number: number;
}

/** The tests of a vault, to be found as a log names them. */
export interface TestIndex {
	/** `guid` in lower case. Of several runbooks with one test the first by path. */
	byGuid(guid: string): KnownTest | undefined;
	/** A technique's tests with a name, however it is spelt. */
	byName(technique: string, name: string): readonly KnownTest[];
	/** Tests of a technique in use today, in the runbooks' order. */
	ofTechnique(technique: string): readonly KnownTest[];
	/** By runbook, then in its order. */
	readonly all: readonly KnownTest[];
}

/** Gives a name as names are compared: small letters and digits. */
export function foldName(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Indexes the tests of runbooks; `resolve` gives the technique in use for an id. */
export function indexTests(
	runbooks: Iterable<RunbookEntry>,
	resolve: (technique: string) => string,
): TestIndex {
	const all = [...runbooks]
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.flatMap((runbook) => {
			const [named] = runbook.techniques;
			const technique = named === undefined ? null : resolve(named);
			return (runbook.testFacts ?? []).map((test, index): KnownTest => ({
				runbook,
				technique,
				test,
				number: index + 1,
			}));
		});
	const guids = new Map<string, KnownTest>();
	const names = new Map<string, KnownTest[]>();
	const techniques = new Map<string, KnownTest[]>();
	for (const known of all) {
		const { guid, name } = known.test;
		if (!guids.has(guid)) guids.set(guid, known);
		if (name !== null) addToGroup(names, foldName(name), known);
		if (known.technique !== null) addToGroup(techniques, known.technique, known);
	}
	return {
		byGuid: (guid) => guids.get(guid),
		byName: (technique, name) =>
			(names.get(foldName(name)) ?? []).filter((known) => known.technique === technique),
		ofTechnique: (technique) => techniques.get(technique) ?? [],
		all,
	};
}
