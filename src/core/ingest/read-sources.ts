import type { AttackBundle } from "../attack/read-bundle";
import { readAttackBundleInSteps } from "../attack/read-bundle";
import type { AtomicSource } from "../atomics/merge-atomic-techniques";
import { readAtomicFile } from "../atomics/read-atomic-file";
import { decodeTextInSteps } from "../formats/decode";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { Rule } from "../model/rule";
import type { Progress } from "../ports/progress";
import type { SourceFile, SourceInput } from "../ports/source-files";
import { readRuleFile } from "../rules/read-rule-file";
import type { RuleContext } from "../rules/rule-reader";
import type { ForeignNote } from "../notes/shapes/foreign-note";
import { readForeignNote } from "../notes/shapes/read-foreign-note";
import { finishStepsInTurns } from "../text/steps";
import type { ImportSources } from "./import-plan";
import { openSources } from "./open-sources";
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

/** A file's path and decoded text. */
interface TextFile {
	readonly file: string;
	readonly path: string;
	readonly text: string;
}

/** Whether a file gave something. Its problems are told either way. */
type Outcome =
	| { readonly kind: "used" | "context" | "undecided"; readonly problems: readonly Problem[] }
	| { readonly kind: "none"; readonly reason: string; readonly problems: readonly Problem[] };

const MEGABYTE = 1024 * 1024;
const LARGEST = { attack: 512 * MEGABYTE, other: 16 * MEGABYTE };

/** Files that are never text; they are not even read. */
const BINARY =
	/\.(?:png|jpe?g|gif|svg|ico|pdf|docx?|xlsx?|pptx?|exe|dll|evtx|pcap|gz|tgz|7z|rar|tar|bin|pyc|woff2?|parquet)$/i;

/** Reads every file of the sources, one after the other; each ends in exactly one count of the tally. */
export async function readSources(
	sources: ImportSources,
	tally: Tally,
	progress: Progress,
): Promise<SourceRecords> {
	const bundles: AttackBundle[] = [];
	const rules: Rule[] = [];
	const contexts: RuleContext[] = [];
	const atomics: AtomicSource[] = [];
	const atomicFiles: string[] = [];
	const foreign: ForeignNote[] = [];
	const work = { tally, progress };

	await readEach(sources.attack, LARGEST.attack, work, async ({ file, text }) => {
		const steps = readAttackBundleInSteps(file, text);
		const { bundle, problems } = await finishStepsInTurns(steps, () => progress.breathe());
		if (bundle === undefined) return refuse(problems, "it is no ATT&CK bundle");
		bundles.push(bundle);
		return { kind: "used", problems };
	});
	await readEach(sources.rules, LARGEST.other, work, (file) => {
		const reading = readRuleFile(file);
		if (reading.kind === "none") return reading;
		if (reading.kind === "context") {
			contexts.push(...reading.contexts);
			return reading;
		}
		rules.push(...reading.reading.rules);
		return { kind: "used", problems: reading.reading.problems };
	});
	await readEach(sources.atomics, LARGEST.other, work, (file) => {
		const reading = readAtomicFile(file);
		if (reading.kind !== "tests") return reading;
		atomics.push({ origin: reading.origin, techniques: reading.techniques });
		atomicFiles.push(file.file);
		return { kind: "undecided", problems: reading.problems };
	});
	await readEach(sources.notes, LARGEST.other, work, ({ file, path, text }) => {
		const reading = readForeignNote({ file, path, text });
		if (reading.kind === "none") return reading;
		foreign.push(reading.note);
		return { kind: "used", problems: reading.problems };
	});
	return { bundles, rules, contexts, atomics, atomicFiles, foreign };
}

/** What reading tells, and whom. */
interface ReadWork {
	readonly tally: Tally;
	readonly progress: Progress;
}

async function readEach(
	inputs: readonly SourceInput[],
	limit: number,
	{ tally, progress }: ReadWork,
	read: (file: TextFile) => Outcome | Promise<Outcome>,
): Promise<void> {
	const breathe = (): Promise<void> => progress.breathe();
	for await (const opened of openSources(inputs, breathe)) {
		if (!opened.ok) {
			tally.skip(opened.problem.file, opened.problem.message);
			tally.tell([opened.problem]);
			continue;
		}
		progress.report("read", tally.files.read, null, opened.source.file);
		await breathe();
		if (progress.cancelled) return;
		const text = await readText(opened.source, limit, breathe);
		const outcome = typeof text === "string" ? await read(toTextFile(opened.source, text)) : text;
		tally.tell(outcome.problems);
		if (outcome.kind === "used") tally.use();
		else if (outcome.kind === "context") tally.keepAsContext();
		else if (outcome.kind === "none") tally.skip(opened.source.file, outcome.reason);
	}
}

function toTextFile(source: SourceFile, text: string): TextFile {
	return { file: source.file, path: source.path, text };
}

async function readText(
	source: SourceFile,
	limit: number,
	breathe: () => Promise<void>,
): Promise<string | Outcome> {
	if (BINARY.test(source.path))
		return { kind: "none", reason: "this kind of file holds no text", problems: [] };
	if (source.size > limit) {
		const reason = `it is larger than ${limit / MEGABYTE} MiB`;
		return refuse([problemOf(source.file, null, "read-too-large", reason)], reason);
	}
	let bytes: Uint8Array;
	try {
		bytes = await source.read();
	} catch (error) {
		const reason = error instanceof Error ? error.message : "it cannot be read";
		return refuse([problemOf(source.file, null, "read-unreadable", reason)], reason);
	}
	const decoded = await finishStepsInTurns(decodeTextInSteps(bytes), breathe);
	if (decoded.ok) return decoded.text;
	return refuse(
		[problemOf(source.file, decoded.line, "read-encoding", decoded.reason)],
		decoded.reason,
	);
}

function refuse(problems: readonly Problem[], fallback: string): Outcome {
	return { kind: "none", reason: problems[0]?.message ?? fallback, problems };
}
