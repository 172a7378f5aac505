import type { RuleEntry, RunbookEntry } from "../library/library-entry";
import type { TestFacts } from "../library/test-facts";
import type { VaultLibrary } from "../library/vault-library";
import type { VerdictWord } from "../model/execution";
import { compareCodeUnits } from "../text/compare";

/** Why a rule and a runbook belong together, the most telling first. */
export type LinkEvidence =
	/** The rule names the test as its simulation. */
	| { readonly kind: "simulation"; readonly guid: string; readonly test: string | null }
	/** A run has a verdict on the rule. */
	| {
			readonly kind: "execution";
			readonly path: string;
			readonly verdict: VerdictWord;
			readonly started: string | null;
	  }
	/** Both are about one technique, and about one platform where both name theirs. */
	| {
			readonly kind: "technique";
			readonly technique: string;
			/** Null where the rule or the tests do not say for which platform they are. */
			readonly platform: string | null;
	  };

/** A rule that belongs to a runbook, and why. */
export interface LinkedRule {
	readonly rule: RuleEntry;
	/** At least one. */
	readonly why: readonly [LinkEvidence, ...LinkEvidence[]];
}

/** A runbook that belongs to a rule, and why. */
export interface LinkedRunbook {
	readonly runbook: RunbookEntry;
	readonly why: readonly [LinkEvidence, ...LinkEvidence[]];
}

/** Names of platforms as test files and notes have them (in lower case, letters and digits only), by Sigma's product. */
const PLATFORMS: ReadonlyMap<string, readonly string[]> = new Map([
	["windows", ["windows"]],
	["linux", ["linux"]],
	["macos", ["macos"]],
	["azure", ["azuread", "iaasazure", "entraid", "identityprovider"]],
	["m365", ["office365", "googleworkspace", "saas"]],
	["aws", ["iaasaws", "aws"]],
	["gcp", ["iaasgcp", "gcp", "googleworkspace"]],
	["esxi", ["esxi"]],
	["vmware", ["esxi"]],
	["kubernetes", ["containers", "kubernetes"]],
]);

/** What links are found from. */
export interface LinkSources {
	readonly library: VaultLibrary;
	/** Gives the technique in use for an id. */
	readonly resolve: (technique: string) => string;
}

/**
 * Gives the rules that belong to a runbook, or to one test of it (`guid`), each with all that speaks for it: the test's GUID in the rule's `simulation`, then verdicts of runs,
 * then technique and platform. By the first evidence, then by title.
 *
 * Technique and platform alone do not link a rule whose platform is stated and is none of the tests'.
 */
export function linkRules(
	runbook: RunbookEntry,
	sources: LinkSources,
	guid?: string,
): readonly LinkedRule[] {
	const { library, resolve } = sources;
	const tests = (runbook.testFacts ?? []).filter(
		(test) => guid === undefined || test.guid === guid,
	);
	const guids = new Map(tests.map((test) => [test.guid, test]));
	const own = new Set(runbook.techniques.map(resolve));
	const candidates = new Map<string, RuleEntry>();
	// A simulation may be of another technique than the rule's.
	for (const [technique, rules] of library.rulesByTechnique()) {
		const isKin = own.has(resolve(technique));
		for (const rule of rules) {
			if (isKin || rule.facts.simulations.some((each) => guids.has(each)))
				candidates.set(rule.path, rule);
		}
	}
	const runs = library.runs
		.ofRunbook(runbook.path)
		.filter(({ testGuid }) => guid === undefined || testGuid === guid);
	for (const run of runs) {
		for (const path of library.runs.verdictsOf(run).keys()) {
			const rule = library.entry(path);
			if (rule?.kind === "rule") candidates.set(path, rule);
		}
	}
	const linked = [...candidates.values()].flatMap((rule) => {
		const why = explain(rule, { tests, own, runbook, guid }, sources);
		return why === undefined ? [] : [{ rule, why }];
	});
	return linked.sort(
		(a, b) =>
			rankOf(a.why[0]) - rankOf(b.why[0]) ||
			compareCodeUnits(a.rule.title, b.rule.title) ||
			compareCodeUnits(a.rule.path, b.rule.path),
	);
}

/** Gives the runbooks that belong to a rule, as `linkRules` does the other way round. */
export function linkRunbooks(rule: RuleEntry, sources: LinkSources): readonly LinkedRunbook[] {
	const { library, resolve } = sources;
	const own = new Set(rule.techniques.map(resolve));
	const simulated = new Set(rule.facts.simulations);
	const tested = new Set(
		library.runs.ofRule(rule.path).map(({ execution }) => library.runs.runbookOf(execution)),
	);
	const runbooks = library.runbooksOf(() => true);
	const linked = runbooks.flatMap((runbook): LinkedRunbook[] => {
		const { testFacts = [], techniques, path } = runbook;
		const isKin = techniques.some((technique) => own.has(resolve(technique)));
		const isNamed = testFacts.some(({ guid }) => simulated.has(guid));
		if (!isKin && !isNamed && !tested.has(path)) return [];
		const about = { tests: testFacts, own: new Set(techniques.map(resolve)), runbook };
		const why = explain(rule, { ...about, guid: undefined }, sources);
		return why === undefined ? [] : [{ runbook, why }];
	});
	return linked.sort(
		(a, b) =>
			rankOf(a.why[0]) - rankOf(b.why[0]) || compareCodeUnits(a.runbook.path, b.runbook.path),
	);
}

interface Testing {
	readonly tests: readonly TestFacts[];
	/** Techniques in use that the runbook is about. */
	readonly own: ReadonlySet<string>;
	readonly runbook: RunbookEntry;
	readonly guid: string | undefined;
}

function explain(
	rule: RuleEntry,
	{ tests, own, runbook, guid }: Testing,
	{ library, resolve }: LinkSources,
): readonly [LinkEvidence, ...LinkEvidence[]] | undefined {
	const simulated = tests
		.filter((test) => rule.facts.simulations.includes(test.guid))
		.map((test): LinkEvidence => ({ kind: "simulation", guid: test.guid, test: test.name }));
	const judged = library.runs
		.ofRule(rule.path)
		.filter(
			({ execution }) =>
				library.runs.runbookOf(execution) === runbook.path &&
				(guid === undefined || execution.testGuid === guid),
		)
		.flatMap(({ execution: { path, started }, row }): LinkEvidence[] =>
			row.verdict === null ? [] : [{ kind: "execution", path, started, verdict: row.verdict }],
		);
	const shared = rule.techniques.map(resolve).find((technique) => own.has(technique));
	const platform = sharedPlatform(rule, tests);
	const kin: readonly LinkEvidence[] =
		shared === undefined || platform === undefined
			? []
			: [{ kind: "technique", technique: shared, platform }];
	const [first, ...rest] = [...simulated, ...judged, ...kin];
	return first === undefined ? undefined : [first, ...rest];
}

/** A platform that a rule and tests are for; null where one of the sides does not say, undefined where they contradict each other. */
export function sharedPlatform(
	rule: RuleEntry,
	tests: readonly TestFacts[],
): string | null | undefined {
	const { product } = rule.facts;
	const names = PLATFORMS.get(product?.toLowerCase() ?? "");
	const platforms = tests.flatMap((test) => test.platforms);
	if (names === undefined || platforms.length === 0) return null;
	return platforms.find((name) => names.includes(name.toLowerCase().replace(/[^a-z0-9]+/g, "")));
}

const RANKS: Readonly<Record<LinkEvidence["kind"], number>> = {
	simulation: 0,
	execution: 1,
	technique: 2,
};

function rankOf({ kind }: LinkEvidence): number {
	return RANKS[kind];
}
