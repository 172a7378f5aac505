import { noteName } from "../core/index/paths";
import type { DateValue, Value } from "../core/model/value";
import { encodeValue } from "../core/query/encode-value";
import type { FailedRow, Hint, QueryOutcome, TaskRow } from "../core/query/outcome";
import { isTaskGroup } from "../core/query/outcome";
import { plainLine } from "./plain-line";

/** Shows what a query gave as text: a table with tabs between its columns, tasks line by line, or a value; nothing for an error. */
export function showOutcome(outcome: QueryOutcome): string {
	switch (outcome.type) {
		case "error":
			return "";
		case "value":
			return `${showValue(outcome.value)}\n`;
		case "task":
			return outcome.rows.map((row) => showTask(row, "")).join("");
		default: {
			const rows = outcome.rows.map((row) => row.map(showValue).join("\t"));
			const columns = outcome.columns.map((column) => plainLine(column));
			return `${[columns.join("\t"), ...rows].join("\n")}\n`;
		}
	}
}

/** Shows what is to be said of a query beside its rows: why it has no answer, the rows that failed, and hints; a line each. */
export function showRemarks(outcome: QueryOutcome): string {
	switch (outcome.type) {
		case "error": {
			const { message, line, column } = outcome.error;
			return `line ${line}, column ${column}: ${plainLine(message)}\n`;
		}
		case "value":
			return "";
		default:
			return showFailed(outcome.failed) + showHints(outcome.hints);
	}
}

function showTask(row: TaskRow, indent: string): string {
	if (isTaskGroup(row)) {
		const inner = row.rows.map((item) => showTask(item, `${indent}  `)).join("");
		return `${indent}${showValue(row.key)}\n${inner}`;
	}
	const mark = row.fields.get("status");
	return `${indent}[${typeof mark === "string" ? mark : " "}] ${showValue(row.fields.get("text") ?? "")}\n`;
}

function showValue(value: Value): string {
	if (value === null) return "-";
	if (typeof value === "string") return plainLine(value).replace(/\s+/g, " ");
	if (typeof value !== "object") return String(value);
	if (Array.isArray(value)) return value.map(showValue).join(", ");
	if ("kind" in value && value.kind === "link") {
		return plainLine(value.display ?? noteName(value.path));
	}
	if ("kind" in value && value.kind === "date") return showDate(value);
	return JSON.stringify(encodeValue(value));
}

/** A date as ISO writes it, in its own zone; the time is left out at midnight. */
function showDate({ ms, offset }: DateValue): string {
	const onTheWall = new Date(ms + offset * 60_000);
	if (Number.isNaN(onTheWall.getTime())) return "-";
	return onTheWall.toISOString().slice(0, 19).replace("T00:00:00", "").replace("T", " ");
}

function showFailed(failed: readonly FailedRow[]): string {
	return failed
		.map(
			({ note, column, message }) =>
				`failed: ${plainLine(`${note ?? "-"}, ${column}: ${message}`)}\n`,
		)
		.join("");
}

function showHints(hints: readonly Hint[] = []): string {
	return hints
		.map(
			({ line, column, message }) =>
				`hint: line ${line}, column ${column}: ${plainLine(message)}\n`,
		)
		.join("");
}
