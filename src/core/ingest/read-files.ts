import { decodeTextInSteps } from "../formats/decode";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { Progress } from "../ports/progress";
import type { SourceFile, SourceInput } from "../ports/source-files";
import { describeDiskError } from "../text/describe-disk-error";
import { finishStepsInTurns } from "../text/steps";
import { openSources } from "./open-sources";

/** A file's path and bytes. */
export interface ByteFile {
	/** The file as the user named it, with the path inside it. */
	readonly file: string;
	/** The path inside what the user named. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** A file's path and decoded text. */
export interface TextFile extends Omit<ByteFile, "bytes"> {
	readonly text: string;
}

/** A file that gave nothing, and why: one clause without a full stop. */
export interface RefusedFile {
	readonly kind: "none";
	readonly reason: string;
	readonly problems: readonly Problem[];
}

/** Makes something of a file; `breathe` is to be awaited in between where that takes long. */
export type FileReader<Outcome> = (
	file: ByteFile,
	breathe: () => Promise<void>,
) => Promise<Outcome | RefusedFile>;

/** A file and what became of it. */
export interface FileOutcome<Outcome> {
	readonly file: string;
	readonly outcome: Outcome | RefusedFile;
}

const MEGABYTE = 1024 * 1024;

/** The most bytes that a file of a kind may have. */
export const LARGEST = { attack: 512 * MEGABYTE, other: 16 * MEGABYTE } as const;

/** Files that are never text; they are not even read. */
const BINARY =
	/\.(?:png|jpe?g|gif|svg|ico|pdf|docx?|xlsx?|pptx?|exe|dll|evtx|pcap|gz|tgz|7z|rar|tar|bin|pyc|woff2?|parquet)$/i;

/**
 * Reads every file of the sources with `read`, one after the other, as the outcomes are asked for; ends early where the person stopped
 * the import.
 *
 * A file of more than `limit` bytes, and one that by its name is no text, never reaches `read`. `begin` is told each file before it is read.
 */
export async function* readFiles<Outcome>(
	inputs: readonly SourceInput[],
	limit: number,
	progress: Progress,
	read: FileReader<Outcome>,
	begin: (file: string) => void = () => undefined,
): AsyncGenerator<FileOutcome<Outcome>> {
	for await (const opened of openSources(inputs, () => progress.breathe())) {
		if (!opened.ok) {
			const { file } = opened.problem;
			yield { file, outcome: refuse([opened.problem], "it cannot be opened") };
			continue;
		}
		const outcome = await readFile(opened.source, limit, progress, read, begin);
		if (outcome === undefined) return;
		yield outcome;
	}
}

/** Reads one file that is no archive as `readFiles` does; undefined where the person stopped the import. */
export async function readFile<Outcome>(
	source: SourceFile,
	limit: number,
	progress: Progress,
	read: FileReader<Outcome>,
	begin: (file: string) => void = () => undefined,
): Promise<FileOutcome<Outcome> | undefined> {
	const breathe = (): Promise<void> => progress.breathe();
	begin(source.file);
	await breathe();
	if (progress.cancelled) return undefined;
	const opened = await readBytes(source, limit);
	return { file: source.file, outcome: "kind" in opened ? opened : await read(opened, breathe) };
}

/** Makes what reads files as text from what reads texts: a file that is none never reaches `read`. */
export function readAsText<Outcome>(read: (file: TextFile) => Outcome): FileReader<Outcome> {
	return async ({ file, path, bytes }, breathe) => {
		const decoded = await finishStepsInTurns(decodeTextInSteps(bytes), breathe);
		if (decoded.ok) return read({ file, path, text: decoded.text });
		return refuse([problemOf(file, decoded.line, "read-encoding", decoded.reason)], decoded.reason);
	};
}

/** A file that gave nothing, for the first of its problems or else for `fallback`. */
export function refuse(problems: readonly Problem[], fallback: string): RefusedFile {
	return { kind: "none", reason: problems[0]?.message ?? fallback, problems };
}

async function readBytes(source: SourceFile, limit: number): Promise<ByteFile | RefusedFile> {
	const { file, path } = source;
	if (BINARY.test(path)) return refuse([], "this kind of file holds no text");
	if (source.size > limit) {
		const reason = `it is larger than ${limit / MEGABYTE} MiB`;
		return refuse([problemOf(file, null, "read-too-large", reason)], reason);
	}
	try {
		return { file, path, bytes: await source.read() };
	} catch (error) {
		const reason = describeDiskError(error, "it cannot be read");
		return refuse([problemOf(file, null, "read-unreadable", reason)], reason);
	}
}
