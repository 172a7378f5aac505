import type { Problem } from "../../model/problem";
import type { Progress } from "../../ports/progress";
import type { SourceFile, SourceInput } from "../../ports/source-files";
import type { Draft } from "../draft-notes";
import type { ArgumentFiles } from "../places/argument-files";
import { createArgumentFiles } from "../places/argument-files";
import type { ImportHost } from "../import-plan";
import { markBytes } from "../memory/mark-bytes";
import type { RememberedDraft, RememberedFile, SourceMemory } from "../memory/source-memory";
import { mergeRememberedFiles } from "../memory/source-memory";
import type { RuleAnswers } from "./rule-answers";
import { markAnswers } from "./rule-answers";
import type { RuleCard, RulePlace } from "./rule-card";
import type { DraftOrder, RuleOutcome, RuleReading } from "./rule-desk";
import type { RuleLane } from "./rule-lanes";
import { createInlineLanes } from "./rule-lanes";

/** A rule's note, and what is to be told of it. */
export interface TakenDraft extends Draft {
	readonly problems: readonly Problem[];
}

/** The rule files of an import: what becomes of them, and the notes of their rules. */
export interface RuleSources {
	/** What became of each listed file, a zip's in its place, in order; to be gone through once. Ends early where the person stopped the import. */
	readonly outcomes: AsyncIterable<readonly RuleOutcome[]>;
	/**
	 * Begins to draft the notes of rules; each is taken once, at best in order.
	 *
	 * `isInForce` tells whether a rule's note needs no text if its draft has a hash.
	 */
	draft(
		cards: readonly RuleCard[],
		answers: RuleAnswers,
		isInForce: (card: RuleCard, hash: string) => boolean,
	): { take(card: RuleCard): Promise<TakenDraft> };
	/** The files that were read until now. */
	readonly files: ArgumentFiles;
	/** Gives what the next import may remember. */
	remember(): SourceMemory["rules"];
	/** Lets go of what was taken, whether all is done or not. */
	stop(): Promise<void>;
}

/** A remembered file is read as a whole to see whether it still is the same. */
const LARGEST_REMEMBERED = 512 * 1024 * 1024;

/** Opens the rule files of an import, and begins to read those that no earlier import read. */
export async function openRuleSources(
	inputs: readonly SourceInput[],
	memory: SourceMemory["rules"],
	{ progress, ruleLanes = createInlineLanes(), buildStamp }: ImportHost,
): Promise<RuleSources> {
	const files: SourceFile[] = [];
	const argumentFiles = createArgumentFiles();
	for (const input of inputs)
		for await (const file of input.list()) {
			files.push(file);
			argumentFiles.list(file, input);
		}
	const recalled = await recallFiles(files, memory, progress);
	const lane = ruleLanes.begin(files, progress, new Set(recalled.keys()));
	const fresh = new Map<string, RememberedFile>();
	const drafts = new Map<number, (RememberedDraft | null)[]>();
	const remember = (
		unit: number,
		{ mark, outcomes }: RuleReading,
		known?: RememberedFile,
	): void => {
		argumentFiles.add(unit, outcomes);
		const file = files[unit]?.file;
		if (file === undefined || mark === undefined || buildStamp === undefined) return;
		const made = [...(known?.drafts ?? [])];
		drafts.set(unit, made);
		fresh.set(file, { mark, outcomes, drafts: made });
	};
	const named = inputs.map(({ argument }) => argument.replaceAll("\\", "/"));
	const isOwn = (file: string): boolean =>
		named.some((name) => file === name || file.startsWith(name.endsWith("/") ? name : `${name}/`));
	return {
		outcomes: mergeReadings(files, recalled, lane, remember),
		files: argumentFiles,
		draft: (cards, answers, isInForce) => draftRules(lane, drafts, cards, answers, isInForce),
		remember: () => mergeRememberedFiles(memory, fresh, isOwn),
		stop: () => lane.stop(),
	};
}

/** Finds the files that are as they were when an earlier import read them. */
async function recallFiles(
	files: readonly SourceFile[],
	memory: SourceMemory["rules"],
	progress: Progress,
): Promise<ReadonlyMap<number, RememberedFile>> {
	const recalled = new Map<number, RememberedFile>();
	if (memory.size === 0) return recalled;
	for (const [unit, source] of files.entries()) {
		const known = memory.get(source.file);
		if (known === undefined || source.size > LARGEST_REMEMBERED) continue;
		await progress.breathe();
		if (progress.cancelled) break;
		try {
			if (markBytes(await source.read()) === known.mark) recalled.set(unit, known);
		} catch {
			// Whoever reads it next meets the same, and tells it.
		}
	}
	return recalled;
}

async function* mergeReadings(
	files: readonly SourceFile[],
	recalled: ReadonlyMap<number, RememberedFile>,
	lane: RuleLane,
	remember: (unit: number, reading: RuleReading, known?: RememberedFile) => void,
): AsyncGenerator<readonly RuleOutcome[]> {
	const readings = lane.readings[Symbol.asyncIterator]();
	for (const unit of files.keys()) {
		const known = recalled.get(unit);
		if (known !== undefined) {
			const outcomes = known.outcomes.map((outcome) => placeOutcome(outcome, unit));
			remember(unit, { mark: known.mark, outcomes }, known);
			yield outcomes;
			continue;
		}
		const next = await readings.next();
		if (next.done === true) return;
		remember(unit, next.value);
		yield next.value.outcomes;
	}
}

/** The files of this import have other numbers than those of the last. */
function placeOutcome(remembered: RuleOutcome, unit: number): RuleOutcome {
	const { file, outcome } = remembered;
	if (outcome.kind !== "rules") return remembered;
	const cards = outcome.cards.map((card) => ({ ...card, record: { ...card.record, unit } }));
	return { file, outcome: { ...outcome, cards } };
}

function draftRules(
	lane: RuleLane,
	drafts: ReadonlyMap<number, (RememberedDraft | null)[]>,
	cards: readonly RuleCard[],
	answers: RuleAnswers,
	isInForce: (card: RuleCard, hash: string) => boolean,
): { take(card: RuleCard): Promise<TakenDraft> } {
	const orders: DraftOrder[] = [];
	const numbers = new Map<RuleCard, number>();
	for (const card of cards) {
		const { id, record } = card;
		if (!isPlace(record)) continue;
		const known = drafts.get(record.unit)?.[record.ordinal];
		const isSame = known !== undefined && known?.key === markAnswers(id, card, answers);
		if (isSame && isInForce(card, known.hash)) continue;
		numbers.set(card, orders.length);
		orders.push({ unit: record.unit, ordinal: record.ordinal, id });
	}
	const taking = lane.draft(orders, answers);
	return {
		async take(card) {
			const { unit, ordinal } = isPlace(card.record) ? card.record : { unit: -1, ordinal: -1 };
			const made = drafts.get(unit);
			const number = numbers.get(card);
			const known = made?.[ordinal];
			if (number === undefined && known !== null && known !== undefined)
				return { text: undefined, hash: known.hash, problems: known.problems };
			const draft = await taking.take(number ?? -1);
			if (made !== undefined) {
				while (made.length < ordinal) made.push(null);
				const { key, hash, problems } = draft;
				made[ordinal] = { key, hash, problems };
			}
			return draft;
		},
	};
}

/** Whether a rule is one of the listed files', not of a note. */
export function isPlace(record: RuleCard["record"]): record is RulePlace {
	return "unit" in record;
}
