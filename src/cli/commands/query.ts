import type { VaultIndex } from "../../core/index/vault-index";
import { staleBefore } from "../../core/executions/run-summary";
import type { FolderSettings } from "../../core/model/settings";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import { encodeOutcome } from "../../core/query/encode-outcome";
import type { QueryOptions } from "../../core/query/evaluate/create-context";
import { queryNeedsRecords } from "../../core/query/needs-records";
import type { QueryOutcome } from "../../core/query/outcome";
import { runQuery } from "../../core/query/run-query";
import { createFileNotes } from "../../node/file-notes";
import { openIndex } from "../../node/open-index";
import { openLibrary } from "../../node/open-library";
import { openVault } from "../../node/open-vault";
import { readVaultFolders, readVaultStaleDays } from "../../node/vault-settings";
import type { Command, Streams } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { showOutcome, showRemarks } from "../show-outcome";
import { tellProblems } from "../tell-problems";

/** `query VAULT QUERY`: what a query gives, in UTC and en-US. Exit 1 where it has no answer or rows failed. */
export const queryCommand: Command = {
	usage: [
		"detection-vault query VAULT [--note PATH] [--now ISO] QUERY|- [--json]",
		"detection-vault query VAULT --batch [--now ISO]",
		"  Runs a query over a vault's notes. With -, it is read from standard input; with --batch, each line there is a",
		'  JSON object {"note": PATH or null, "query": TEXT}, and each gives one line of JSON.',
	].join("\n"),
	shape: {
		words: { least: 1, most: 2 },
		options: { note: "one", now: "one", batch: "none", json: "none" },
	},
	async run({ words: [vault = "", text], values }, streams) {
		const isBatch = values.has("batch");
		const now = values.get("now")?.[0] ?? new Date().toISOString();
		const wrong = findWrong(vault, text, isBatch, now);
		if (wrong !== undefined) {
			streams.err(`detection-vault query: ${wrong}\n\n${queryCommand.usage}\n`);
			return 2;
		}
		const store = createFileNotes(vault);
		const dates = { staleBefore: staleBefore(now, readVaultStaleDays(vault)) };
		const openRules = async (): Promise<OpenRules> => {
			const { sources, problems } = await openLibrary(store, foldersOf(vault), true);
			const isSound = tellProblems(problems, streams);
			return {
				options: { records: sources.library, techniques: sources.resolver, ...dates },
				isSound,
			};
		};
		if (isBatch) return runBatch({ index: await openIndex(store), now, openRules }, streams);
		const query = text === "-" ? await streams.readInput() : (text ?? "");
		const { index, rules } = await openFor(query, vault, streams);
		const origin = values.get("note")?.[0] ?? null;
		if (origin !== null && index.note(origin) === undefined) {
			streams.err(`detection-vault query: --note ${origin}: there is no such note\n`);
		}
		const outcome = runQuery(index, query, { origin, now, ...dates, ...rules?.options });
		if (values.has("json")) streams.out(`${JSON.stringify(encodeOutcome(outcome))}\n`);
		else {
			streams.out(showOutcome(outcome));
			streams.err(showRemarks(outcome));
		}
		return isWhole(outcome) && rules?.isSound !== false ? 0 : 1;
	},
};

/** What queries about rules need, and whether nothing was wrong with the data that it comes of. */
interface OpenRules {
	readonly options: Pick<QueryOptions, "records" | "techniques" | "staleBefore">;
	readonly isSound: boolean;
}

/** Reading a vault's rules is done for queries that ask for it. */
async function openFor(
	query: string,
	vault: string,
	streams: Streams,
): Promise<{ readonly index: VaultIndex; readonly rules?: OpenRules }> {
	const store = createFileNotes(vault);
	if (!queryNeedsRecords(query)) return { index: await openIndex(store) };
	const { index, library, resolver, problems } = await openVault(store, foldersOf(vault));
	const isSound = tellProblems(problems, streams);
	return { index, rules: { options: { records: library, techniques: resolver }, isSound } };
}

function foldersOf(vault: string): FolderSettings {
	return readVaultFolders(vault) ?? DEFAULT_FOLDERS;
}

function findWrong(
	vault: string,
	text: string | undefined,
	isBatch: boolean,
	now: string,
): string | undefined {
	const fault = findVaultFault(vault);
	if (fault !== undefined) return fault;
	if (Number.isNaN(Date.parse(now))) return `${now} is no ISO 8601 time`;
	if (isBatch && text !== undefined) return "with --batch, queries come from standard input";
	if (!isBatch && text === undefined) return "an argument is missing";
	return undefined;
}

/** What the queries of a batch share. */
interface Batch {
	readonly index: VaultIndex;
	readonly now: string;
	/** Called once, for the first query that needs it. */
	readonly openRules: () => Promise<OpenRules>;
}

async function runBatch({ index, now, openRules }: Batch, streams: Streams): Promise<number> {
	let isClean = true;
	let rules: OpenRules | undefined;
	for (const line of (await streams.readInput()).split("\n")) {
		if (line.trim() === "") continue;
		const request = readRequest(line);
		if (request !== undefined && rules === undefined && queryNeedsRecords(request.query)) {
			rules = await openRules();
		}
		const outcome =
			request === undefined
				? NO_REQUEST
				: runQuery(index, request.query, { origin: request.note, now, ...rules?.options });
		isClean &&= isWhole(outcome);
		streams.out(`${JSON.stringify(encodeOutcome(outcome))}\n`);
	}
	return isClean && rules?.isSound !== false ? 0 : 1;
}

const NO_REQUEST: QueryOutcome = {
	type: "error",
	error: {
		kind: "parse",
		message: "the line is no JSON object with a query",
		line: 1,
		column: 1,
	},
};

function readRequest(
	line: string,
): { readonly note: string | null; readonly query: string } | undefined {
	try {
		const request: unknown = JSON.parse(line);
		if (typeof request !== "object" || request === null || !("query" in request)) return undefined;
		const note = "note" in request && typeof request.note === "string" ? request.note : null;
		return typeof request.query === "string" ? { note, query: request.query } : undefined;
	} catch {
		return undefined;
	}
}

function isWhole(outcome: QueryOutcome): boolean {
	if (outcome.type === "error") return false;
	return outcome.type === "value" || outcome.failed.length === 0;
}
