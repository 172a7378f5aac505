import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { hashText } from "../../notes/bases/hash-text";
import { writeNote } from "../../notes/front-matter/write-properties";
import { draftRuleNote } from "../../notes/rule/draft-rule-note";
import type { Progress } from "../../ports/progress";
import type { SourceFile } from "../../ports/source-files";
import { readRuleFile } from "../../rules/read-rule-file";
import type { RuleContext, RuleFileKind } from "../../rules/rule-reader";
import type { FileOutcome, RefusedFile } from "../read-files";
import { LARGEST, readAsText, readFile, readFiles } from "../read-files";
import { isKeptContext } from "../kept-contexts";
import { isArchive } from "../open-sources";
import type { RuleAnswers } from "./rule-answers";
import { markAnswers, openAnswers } from "./rule-answers";
import { markBytes } from "../memory/mark-bytes";
import type { RuleCard, RulePlace } from "./rule-card";
import { describeRuleCard, listQuestions } from "./rule-card";

/** What one file of the rule sources turned out to be. */
export type RuleFinding =
	| {
			readonly kind: "rules";
			readonly cards: readonly RuleCard[];
			readonly problems: readonly Problem[];
	  }
	| {
			readonly kind: "context";
			/** Those that a vault keeps. */
			readonly contexts: readonly RuleContext[];
			readonly problems: readonly Problem[];
	  }
	| RefusedFile;

/** What became of one file of the rule sources: plain data, so that another thread can hand it over. */
export type RuleOutcome = FileOutcome<RuleFinding>;

/** What became of a listed file. */
export interface RuleReading {
	/** Of the file itself, or of each that is in the zip. */
	readonly outcomes: readonly RuleOutcome[];
	/** `markBytes` of the file; undefined where it was not read. */
	readonly mark: string | undefined;
}

/** A rule whose note is to be drafted, under the id that it was given. */
export interface DraftOrder extends RulePlace {
	readonly id: string;
}

/** A rule's note as upstream would have it, and what is to be told of it. */
export interface RuleDraft {
	readonly text: string;
	/** `markAnswers` of what it was made with. */
	readonly key: string;
	/** The text's `hashText`. */
	readonly hash: string;
	readonly problems: readonly Problem[];
}

/** Where rule files are read and their rules kept until their notes are drafted. */
export interface RuleDesk {
	/**
	 * Reads a listed file, a zip with all that is in it, and keeps its rules under the number `unit`.
	 *
	 * Gives less than all where the person stopped the import meanwhile.
	 */
	read(unit: number, file: SourceFile): Promise<RuleReading>;
	/**
	 * Makes what drafts notes with some answers, each once. Of a listed file that was read elsewhere, the rules are read once more;
	 * throws where that one is another by now.
	 */
	openDrafts(
		answers: RuleAnswers,
	): (order: DraftOrder, files: readonly SourceFile[]) => Promise<RuleDraft>;
}

/** Makes a desk without rules. */
export function createRuleDesk(progress: Progress): RuleDesk {
	const kept = new Map<number, (Rule | undefined)[]>();
	let begun = 0;
	// A zip is one file to the import, and may hold thousands.
	const begin = (file: string): void => progress.report("read", ++begun, null, file);
	const read = async (unit: number, file: SourceFile): Promise<RuleReading> => {
		const rules: Rule[] = [];
		const outcomes: RuleOutcome[] = [];
		let mark: string | undefined;
		const marked: SourceFile = {
			...file,
			async read() {
				const bytes = await file.read();
				mark = markBytes(bytes);
				return bytes;
			},
		};
		const keep = readAsText((text): RuleFinding =>
			describeFinding(readRuleFile(text), unit, rules),
		);
		if (isArchive(file)) {
			const archive = [inputOf(marked)];
			for await (const outcome of readFiles(archive, LARGEST.other, progress, keep, begin))
				outcomes.push(outcome);
		} else {
			// Most sources are thousands of single files, which need none of an archive's lists.
			const outcome = await readFile(marked, LARGEST.other, progress, keep, begin);
			if (outcome !== undefined) outcomes.push(outcome);
		}
		if (rules.length > 0) kept.set(unit, rules);
		return { outcomes, mark };
	};
	return {
		read,
		openDrafts(answers) {
			let problems: Problem[] = [];
			const context = openAnswers(answers, (problem) => problems.push(problem));
			return async ({ unit, ordinal, id }, files) => {
				const file = files[unit];
				if (!kept.has(unit) && file !== undefined) await read(unit, file);
				const rules = kept.get(unit);
				const rule = rules?.[ordinal];
				if (rules === undefined || rule === undefined)
					throw new Error(`${file?.file ?? "a rule file"} changed while it was imported`);
				// Nobody asks again, and what takes its place is as large.
				rules[ordinal] = undefined;
				problems = [];
				const note = draftRuleNote(rule.id === id ? rule : { ...rule, id }, context);
				const text = writeNote(note.properties, note.body);
				const key = markAnswers(id, listQuestions(rule), answers);
				return { text, key, hash: hashText(text), problems };
			};
		},
	};
}

function inputOf(file: SourceFile): { argument: string; list(): AsyncGenerator<SourceFile> } {
	return {
		argument: file.file,
		async *list() {
			yield await Promise.resolve(file);
		},
	};
}

/** Keeps a file's rules behind those before them, and gives what is to be told. */
function describeFinding(found: RuleFileKind, unit: number, rules: Rule[]): RuleFinding {
	switch (found.kind) {
		case "none":
			return found;
		case "context":
			return { ...found, contexts: found.contexts.filter(isKeptContext) };
		case "rules": {
			const cards = found.reading.rules.map((rule) =>
				describeRuleCard(rule, { unit, ordinal: rules.push(rule) - 1 }),
			);
			return { kind: "rules", cards, problems: found.reading.problems };
		}
	}
}
