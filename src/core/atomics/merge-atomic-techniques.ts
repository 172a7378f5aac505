import type { AtomicTechnique, AtomicTest } from "../model/atomic";
import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import type { AtomicOrigin } from "./atomic-reading";
import { createGuid } from "./create-guid";

/** What one file gave. */
export interface AtomicSource {
	readonly origin: AtomicOrigin;
	readonly techniques: readonly AtomicTechnique[];
}

/** Tests by technique, and what was found on the way. */
export interface MergedAtomics {
	/** Sorted by technique id in code-unit order; tests in the order in which they came. */
	readonly techniques: readonly AtomicTechnique[];
	/** Files that gave at least one test; the others say again what these say. */
	readonly usedFiles: ReadonlySet<string>;
	readonly problems: readonly Problem[];
}

interface Target {
	readonly origin: AtomicOrigin;
	readonly file: string;
	name: string;
	readonly tests: AtomicTest[];
}

interface Owner {
	readonly technique: string;
	readonly file: string;
	readonly test: AtomicTest;
}

const ORIGINS: readonly AtomicOrigin[] = ["yaml", "index", "markdown"];

/**
 * Brings together what several files say: one entry for each technique that `resolve` gives (a revoked id's successor).
 *
 * A technique that has its own YAML takes nothing from an index, and one that stands in an index nothing from Markdown. A test that stands
 * in two files of the same kind counts once; where the two differ, or belong to two techniques, the first stays and that is reported at the
 * second. One that shares no more than the GUID, as copied tests do, gets another one, and that is reported too. The name is one that was
 * given for the technique's own id, else "".
 */
export function mergeAtomicTechniques(
	sources: readonly AtomicSource[],
	resolve: (id: string) => string,
): MergedAtomics {
	const problems: Problem[] = [];
	const targets = new Map<string, Target>();
	const owners = new Map<string, Owner>();
	const usedFiles = new Set<string>();
	for (const origin of ORIGINS) {
		const techniques = sources.flatMap((source) =>
			source.origin === origin ? source.techniques : [],
		);
		for (const source of techniques) {
			const id = resolve(source.technique);
			const target = targets.get(id) ?? { origin, file: source.file, name: "", tests: [] };
			if (target.origin !== origin) continue;
			targets.set(id, target);
			usedFiles.add(source.file);
			if (id === source.technique && target.name === "") target.name = source.name;
			addTests(target, id, source, owners, problems);
		}
	}
	const techniques = [...targets]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([technique, { name, tests, file }]) => ({ technique, name, tests, file }));
	return { techniques, usedFiles, problems };
}

function addTests(
	target: Target,
	technique: string,
	source: AtomicTechnique,
	owners: Map<string, Owner>,
	problems: Problem[],
): void {
	const { file } = source;
	for (const stated of source.tests) {
		const test = distinguish(stated, source.technique, owners);
		const owner = owners.get(test.guid);
		if (owner === undefined) {
			owners.set(test.guid, { technique, file, test });
			target.tests.push(test);
		}
		const first = owners.get(stated.guid);
		if (first === undefined || first.test === stated) continue;
		if (first.technique === technique && isSameTest(first.test, stated)) continue;
		const fate = test === stated ? "which is kept" : "so this one gets another";
		const message = `${test.name}: ${first.file} has another test with the GUID ${stated.guid}, ${fate}`;
		problems.push(problemOf(file, test.line, "atomic-duplicate-guid", message, "warning"));
	}
}

/** Gives a test of which nothing but the GUID is another's a GUID of its own. */
function distinguish(
	test: AtomicTest,
	technique: string,
	owners: ReadonlyMap<string, Owner>,
): AtomicTest {
	const owner = owners.get(test.guid)?.test;
	const isOther =
		owner !== undefined &&
		owner.name !== test.name &&
		owner.executor.command.trim() !== test.executor.command.trim();
	return isOther ? { ...test, guid: createGuid([technique, test.name]) } : test;
}

function isSameTest(one: AtomicTest, other: AtomicTest): boolean {
	return JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 });
}
