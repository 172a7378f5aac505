import type { AttackBundle } from "../attack/read-bundle";
import { readAttackBundleInSteps } from "../attack/read-bundle";
import type { AtomicReading } from "../atomics/atomic-reading";
import type { AtomicSource } from "../atomics/merge-atomic-techniques";
import { readAtomicFile } from "../atomics/read-atomic-file";
import type { Rule } from "../model/rule";
import type { Progress } from "../ports/progress";
import type { SourceInput } from "../ports/source-files";
import { createInlineLanes } from "../ports/source-lanes";
import type { RuleContext } from "../rules/rule-reader";
import type { ForeignNote } from "../notes/shapes/foreign-note";
import { readForeignNote } from "../notes/shapes/read-foreign-note";
import { finishStepsInTurns } from "../text/steps";
import type { ImportHost, ImportSources } from "./import-plan";
import type { FileOutcome, TextFile } from "./read-files";
import { LARGEST, readFiles, refuse } from "./read-files";
import type { RuleOutcome } from "./read-rule-sources";
import { readRuleSources } from "./read-rule-sources";
import type { Tally } from "./tally";

/** What the sources hold, file by file, before anything is brought together. */
export interface SourceRecords {
	readonly bundles: readonly AttackBundle[];
	readonly rules: readonly Rule[];
	readonly contexts: readonly RuleContext[];
	readonly atomics: readonly AtomicSource[];
	/** Files that gave atomic tests; which of several that say the same is used shows once all are read, so none is counted yet. */
	readonly atomicFiles: readonly string[];
	readonly foreign: readonly ForeignNote[];
}

/** What reading tells, and whom. */
interface ReadWork {
	readonly tally: Tally;
	readonly progress: Progress;
}

/**
 * Reads every file of the sources; each ends in exactly one count of the tally.
 *
 * Rule files need nothing of the rest, so the host may read them elsewhere meanwhile. What is told keeps the order of the sources all
 * the same: ATT&CK, rules, atomics, notes, and each file by file.
 */
export async function readSources(
	sources: ImportSources,
	tally: Tally,
	host: Pick<ImportHost, "progress" | "ruleLanes">,
): Promise<SourceRecords> {
	const { progress, ruleLanes = createInlineLanes<RuleOutcome>() } = host;
	const work = { tally, progress };
	const read = (inputs: readonly SourceInput[]): AsyncIterable<RuleOutcome> =>
		readRuleSources(inputs, progress);
	const lane = ruleLanes.begin(sources.rules, read, progress);
	try {
		const bundles = await readBundles(sources.attack, work);
		const atomics = await readAtomics(sources.atomics, work);
		const rules = await takeRules(lane.outcomes, work);
		const tests = takeAtomics(atomics, tally);
		const foreign = await readNotes(sources.notes, work);
		return { bundles, ...rules, ...tests, foreign };
	} finally {
		await lane.stop();
	}
}

async function readBundles(
	inputs: readonly SourceInput[],
	work: ReadWork,
): Promise<readonly AttackBundle[]> {
	const bundles: AttackBundle[] = [];
	const breathe = (): Promise<void> => work.progress.breathe();
	const outcomes = readHere(inputs, LARGEST.attack, work, async ({ file, text }) => {
		const { bundle, problems } = await finishStepsInTurns(
			readAttackBundleInSteps(file, text),
			breathe,
		);
		if (bundle === undefined) return refuse(problems, "it is no ATT&CK bundle");
		return { kind: "bundle" as const, bundle, problems };
	});
	for await (const { file, outcome } of outcomes) {
		work.tally.tell(outcome.problems);
		if (outcome.kind === "none") work.tally.skip(file, outcome.reason);
		else {
			work.tally.use();
			bundles.push(outcome.bundle);
		}
	}
	return bundles;
}

/** Reads the files of atomic tests, and tells nothing yet: the rules' turn comes first. */
async function readAtomics(
	inputs: readonly SourceInput[],
	work: ReadWork,
): Promise<readonly FileOutcome<AtomicReading>[]> {
	const outcomes: FileOutcome<AtomicReading>[] = [];
	for await (const outcome of readHere(inputs, LARGEST.other, work, readAtomicFile)) {
		outcomes.push(outcome);
	}
	return outcomes;
}

async function takeRules(
	outcomes: AsyncIterable<RuleOutcome>,
	{ tally, progress }: ReadWork,
): Promise<Pick<SourceRecords, "rules" | "contexts">> {
	const rules: Rule[] = [];
	const contexts: RuleContext[] = [];
	for await (const { file, outcome } of outcomes) {
		progress.report("read", tally.files.read, null, file);
		switch (outcome.kind) {
			case "rules":
				for (const rule of outcome.reading.rules) rules.push(rule);
				tally.tell(outcome.reading.problems);
				tally.use();
				break;
			case "context":
				for (const context of outcome.contexts) contexts.push(context);
				tally.tell(outcome.problems);
				tally.keepAsContext();
				break;
			case "none":
				tally.tell(outcome.problems);
				tally.skip(file, outcome.reason);
		}
	}
	return { rules, contexts };
}

function takeAtomics(
	outcomes: readonly FileOutcome<AtomicReading>[],
	tally: Tally,
): Pick<SourceRecords, "atomics" | "atomicFiles"> {
	const atomics: AtomicSource[] = [];
	const atomicFiles: string[] = [];
	for (const { file, outcome } of outcomes) {
		tally.tell(outcome.problems);
		if (outcome.kind === "none") tally.skip(file, outcome.reason);
		else if (outcome.kind === "context") tally.keepAsContext();
		else {
			atomics.push({ origin: outcome.origin, techniques: outcome.techniques });
			atomicFiles.push(file);
		}
	}
	return { atomics, atomicFiles };
}

async function readNotes(
	inputs: readonly SourceInput[],
	work: ReadWork,
): Promise<readonly ForeignNote[]> {
	const notes: ForeignNote[] = [];
	for await (const { file, outcome } of readHere(inputs, LARGEST.other, work, readForeignNote)) {
		work.tally.tell(outcome.problems);
		if (outcome.kind === "none") work.tally.skip(file, outcome.reason);
		else {
			work.tally.use();
			notes.push(outcome.note);
		}
	}
	return notes;
}

function readHere<Outcome>(
	inputs: readonly SourceInput[],
	limit: number,
	{ tally, progress }: ReadWork,
	read: (file: TextFile) => Outcome | Promise<Outcome>,
): AsyncIterable<FileOutcome<Outcome>> {
	const begin = (file: string): void => progress.report("read", tally.files.read, null, file);
	return readFiles(inputs, limit, progress, read, begin);
}
