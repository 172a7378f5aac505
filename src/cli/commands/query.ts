import { existsSync } from "node:fs";
import type { VaultIndex } from "../../core/index/vault-index";
import { encodeOutcome } from "../../core/query/encode-outcome";
import type { QueryOutcome } from "../../core/query/outcome";
import { runQuery } from "../../core/query/run-query";
import { createFileNotes } from "../../node/file-notes";
import { openIndex } from "../../node/open-index";
import type { Command, Streams } from "../command";
import { showOutcome } from "../show-outcome";

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
		const index = await openIndex(createFileNotes(vault));
		if (isBatch) return runBatch(index, now, streams);
		const query = text === "-" ? await streams.readInput() : (text ?? "");
		const outcome = runQuery(index, query, { origin: values.get("note")?.[0] ?? null, now });
		const shown = values.has("json")
			? `${JSON.stringify(encodeOutcome(outcome))}\n`
			: showOutcome(outcome);
		streams.out(shown);
		return isWhole(outcome) ? 0 : 1;
	},
};

function findWrong(
	vault: string,
	text: string | undefined,
	isBatch: boolean,
	now: string,
): string | undefined {
	if (!existsSync(vault)) return `${vault} does not exist`;
	if (Number.isNaN(Date.parse(now))) return `${now} is no ISO 8601 time`;
	if (isBatch && text !== undefined) return "with --batch, queries come from standard input";
	if (!isBatch && text === undefined) return "an argument is missing";
	return undefined;
}

async function runBatch(index: VaultIndex, now: string, streams: Streams): Promise<number> {
	let isClean = true;
	for (const line of (await streams.readInput()).split("\n")) {
		if (line.trim() === "") continue;
		const request = readRequest(line);
		const outcome: QueryOutcome =
			request === undefined
				? {
						type: "error",
						error: {
							kind: "parse",
							message: "the line is no JSON object with a query",
							line: 1,
							column: 1,
						},
					}
				: runQuery(index, request.query, { origin: request.note, now });
		isClean &&= isWhole(outcome);
		streams.out(`${JSON.stringify(encodeOutcome(outcome))}\n`);
	}
	return isClean ? 0 : 1;
}

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
