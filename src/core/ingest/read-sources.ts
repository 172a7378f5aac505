import type { TechniqueResolver } from "../attack/technique-resolver";
import type { AtomicReading } from "../atomics/atomic-reading";
import type { AtomicSource } from "../atomics/merge-atomic-techniques";
import { readAtomicFile } from "../atomics/read-atomic-file";
import type { Progress } from "../ports/progress";
import type { SourceInput } from "../ports/source-files";
import type { RuleContext } from "../rules/rule-reader";
import type { ForeignNote } from "../notes/foreign/foreign-note";
import type { ForeignReading } from "../notes/foreign/read-foreign-note";
import { readForeignNote } from "../notes/foreign/read-foreign-note";
import type { ImportSources } from "./import-plan";
import { nameTechniqueNote } from "./name-technique-note";
import type { FileOutcome, TextFile } from "./read-files";
import { LARGEST, readAsText, readFiles } from "./read-files";
import type { RuleCard } from "./rules/rule-card";
import type { RuleOutcome } from "./rules/rule-desk";
import type { RuleSources } from "./rules/rule-sources";
import type { Tally } from "./tally";
import type { AttackChoice, AttackFindings, AttackReading } from "./techniques/attack-sources";
import { findAttackState, readAttackSources, tellAttackFiles } from "./techniques/attack-sources";

/** What the sources hold, file by file, before anything is brought together. */
export interface SourceRecords {
	readonly attack: AttackReading;
	readonly rules: readonly RuleCard[];
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
 * Rule files need nothing of the rest, so they may be read elsewhere meanwhile (`ruleSources`). What is told keeps the order of the sources all
 * the same: ATT&CK, rules, atomics, notes, and each file by file. `remembered` is what earlier bundles said, `resolver` what the vault knows of
 * techniques.
 */
export async function readSources(
	sources: ImportSources,
	tally: Tally,
	ruleSources: Pick<RuleSources, "outcomes">,
	remembered: AttackFindings | undefined,
	progress: Progress,
	resolver: Pick<TechniqueResolver, "find">,
): Promise<SourceRecords> {
	const work = { tally, progress };
	const attack = await readAttack(
		{ inputs: sources.attack, version: sources.attackVersion },
		work,
		remembered,
	);
	const atomics = await readAtomics(sources.atomics, work);
	const rules = await takeRules(ruleSources.outcomes, work);
	const tests = takeAtomics(atomics, tally);
	const cards = new Map(attack.findings.techniques.map(({ id, baseName }) => [id, baseName]));
	const nameOf = (id: string): string | undefined =>
		cards.get(id) ?? nameTechniqueNote(resolver, id);
	const foreign = await readNotes(sources.notes, nameOf, work);
	return { attack, ...rules, ...tests, foreign };
}

/** Reads the bundles, but for those in the state in which an earlier import read them. */
async function readAttack(
	choice: AttackChoice,
	{ tally, progress }: ReadWork,
	remembered: AttackFindings | undefined,
): Promise<AttackReading> {
	const isSame =
		remembered !== undefined && (await findAttackState(choice, progress)) === remembered.state;
	const begin = (file: string): void => progress.report("read", tally.files.read, null, file);
	const reading = isSame
		? { findings: remembered, built: undefined }
		: await readAttackSources(choice, progress, begin);
	tellAttackFiles(reading.findings, tally);
	return reading;
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
	outcomes: AsyncIterable<readonly RuleOutcome[]>,
	{ tally, progress }: ReadWork,
): Promise<Pick<SourceRecords, "rules" | "contexts">> {
	const rules: RuleCard[] = [];
	const contexts: RuleContext[] = [];
	for await (const listed of outcomes) {
		for (const { file, outcome } of listed) {
			progress.report("read", tally.files.read, null, file);
			tally.tell(outcome.problems);
			switch (outcome.kind) {
				case "rules":
					for (const card of outcome.cards) rules.push(card);
					tally.use();
					break;
				case "context":
					for (const context of outcome.contexts) contexts.push(context);
					tally.keepAsContext();
					break;
				case "none":
					tally.skip(file, outcome.reason);
			}
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
	nameOf: (id: string) => string | undefined,
	work: ReadWork,
): Promise<readonly ForeignNote[]> {
	const notes: ForeignNote[] = [];
	const read = (file: TextFile): ForeignReading => readForeignNote(file, nameOf);
	for await (const { file, outcome } of readHere(inputs, LARGEST.other, work, read)) {
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
	read: (file: TextFile) => Outcome,
): AsyncIterable<FileOutcome<Outcome>> {
	const begin = (file: string): void => progress.report("read", tally.files.read, null, file);
	return readFiles(inputs, limit, progress, readAsText(read), begin);
}
