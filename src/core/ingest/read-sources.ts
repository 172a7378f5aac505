import type { AttackBundle } from "../attack/read-bundle";
import { readAttackBundle } from "../attack/read-bundle";
import type { AtomicSource } from "../atomics/merge-atomic-techniques";
import { readAtomicFile } from "../atomics/read-atomic-file";
import { decodeText } from "../formats/decode";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { Rule } from "../model/rule";
import type { Progress } from "../ports/progress";
import type { SourceFile, SourceInput } from "../ports/source-files";
import { readRuleFile } from "../rules/read-rule-file";
import type { RuleContext } from "../rules/rule-reader";
import type { ForeignNote } from "../notes/shapes/foreign-note";
import { readForeignNote } from "../notes/shapes/read-foreign-note";
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
	const step = createStep(progress, tally);

	await readEach(sources.attack, LARGEST.attack, tally, step, ({ file, text }) => {
		const { bundle, problems } = readAttackBundle(file, text);
		if (bundle === undefined) return refuse(problems, "it is no ATT&CK bundle");
		bundles.push(bundle);
		return { kind: "used", problems };
	});
	await readEach(sources.rules, LARGEST.other, tally, step, (file) => {
		const reading = readRuleFile(file);
		if (reading.kind === "none") return reading;
		if (reading.kind === "context") {
			contexts.push(...reading.contexts);
			return reading;
		}
		rules.push(...reading.reading.rules);
		return { kind: "used", problems: reading.reading.problems };
	});
	await readEach(sources.atomics, LARGEST.other, tally, step, (file) => {
		const reading = readAtomicFile(file);
		if (reading.kind !== "tests") return reading;
		atomics.push({ origin: reading.origin, techniques: reading.techniques });
		atomicFiles.push(file.file);
		return { kind: "undecided", problems: reading.problems };
	});
	await readEach(sources.notes, LARGEST.other, tally, step, ({ file, path, text }) => {
		const reading = readForeignNote({ file, path, text });
		if (reading.kind === "none") return reading;
		foreign.push(reading.note);
		return { kind: "used", problems: reading.problems };
	});
	return { bundles, rules, contexts, atomics, atomicFiles, foreign };
}

async function readEach(
	inputs: readonly SourceInput[],
	limit: number,
	tally: Tally,
	step: (detail: string) => Promise<boolean>,
	read: (file: TextFile) => Outcome,
): Promise<void> {
	for await (const opened of openSources(inputs)) {
		if (!opened.ok) {
			tally.skip(opened.problem.file, opened.problem.message);
			tally.tell([opened.problem]);
			continue;
		}
		if (!(await step(opened.source.file))) return;
		const text = await readText(opened.source, limit);
		const outcome = typeof text === "string" ? read(toTextFile(opened.source, text)) : text;
		tally.tell(outcome.problems);
		if (outcome.kind === "used") tally.use();
		else if (outcome.kind === "context") tally.keepAsContext();
		else if (outcome.kind === "none") tally.skip(opened.source.file, outcome.reason);
	}
}

function toTextFile(source: SourceFile, text: string): TextFile {
	return { file: source.file, path: source.path, text };
}

function createStep(progress: Progress, tally: Tally): (detail: string) => Promise<boolean> {
	return async (detail) => {
		progress.report("read", tally.files.read, null, detail);
		await progress.breathe();
		return !progress.cancelled;
	};
}

async function readText(source: SourceFile, limit: number): Promise<string | Outcome> {
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
	const decoded = decodeText(bytes);
	if (decoded.ok) return decoded.text;
	return refuse(
		[problemOf(source.file, decoded.line, "read-encoding", decoded.reason)],
		decoded.reason,
	);
}

function refuse(problems: readonly Problem[], fallback: string): Outcome {
	return { kind: "none", reason: problems[0]?.message ?? fallback, problems };
}
