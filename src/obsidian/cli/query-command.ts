import { staleBefore } from "../../core/executions/run-summary";
import { encodeOutcome } from "../../core/query/encode-outcome";
import type { QueryOutcome, TaskRow } from "../../core/query/outcome";
import { isTaskGroup } from "../../core/query/outcome";
import { runQuery } from "../../core/query/run-query";
import { valueText } from "../views/values/value-text";
import { writeCsv } from "../views/table/write-csv";
import { writeMarkdown } from "../views/table/write-markdown";
import type { CliCommand, CliParts } from "./cli-parts";
import { waitForIndex } from "./wait-for-index";

/** Runs a query over the vault, in the device's zone and the app's language, as a block in a note does. */
export function queryCommand({ indexer, settings, texts, language }: CliParts): CliCommand {
	const { flags } = texts;
	return {
		name: "query",
		description: texts.query.description,
		flags: {
			query: { value: "<text>", description: flags.query, required: true },
			note: { value: "<path>", description: flags.note },
			format: { value: "markdown|csv|json", description: flags.format },
		},
		async run({ query = "", note, format = "markdown" }) {
			if (query.trim() === "" || query === "true") return texts.query.missing;
			const { phase, reason } = await waitForIndex(indexer);
			if (phase === "failed") return texts.indexFailed(reason);
			const outcome = runQuery(indexer.index, query, {
				origin: note ?? null,
				now: Date.now(),
				zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
				locale: language,
				records: indexer.panelSources?.library,
				techniques: indexer.panelSources?.resolver,
				staleBefore: staleBefore(new Date().toISOString(), settings.current().staleAfterDays),
			});
			if (format === "json") return JSON.stringify(encodeOutcome(outcome));
			return showOutcome(outcome, format === "csv", texts.query);
		},
	};
}

function showOutcome(
	outcome: QueryOutcome,
	isCsv: boolean,
	texts: CliParts["texts"]["query"],
): string {
	switch (outcome.type) {
		case "error": {
			const { message, line, column } = outcome.error;
			return texts.error(line, column, message);
		}
		case "value":
			return valueText(outcome.value);
		case "task":
			return [
				...outcome.rows.flatMap((row) => showTask(row, "")),
				...tellRest(outcome, texts),
			].join("\n");
		default: {
			const rows = outcome.rows.map((cells, index) => ({ key: String(index), cells }));
			const table = (isCsv ? writeCsv : writeMarkdown)(outcome.columns, rows).trimEnd();
			// What a program reads holds the rows alone.
			return isCsv ? table : [table, ...tellRest(outcome, texts)].join("\n");
		}
	}
}

function tellRest(
	{ failed, hints = [] }: Exclude<QueryOutcome, { type: "error" | "value" }>,
	texts: CliParts["texts"]["query"],
): string[] {
	return [
		...failed.map(({ note, column, message }) => texts.failed(note ?? "", column, message)),
		...hints.map(({ line, column, message }) => texts.hint(line, column, message)),
	];
}

function showTask(row: TaskRow, indent: string): string[] {
	if (isTaskGroup(row)) {
		return [
			`${indent}- ${valueText(row.key)}`,
			...row.rows.flatMap((inner) => showTask(inner, `${indent}  `)),
		];
	}
	const mark = row.fields.get("status");
	const text = valueText(row.fields.get("text") ?? "");
	return [`${indent}- [${typeof mark === "string" ? mark : " "}] ${text}`];
}
