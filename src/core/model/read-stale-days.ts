import { asTable, asText, ownValue } from "../formats/values";

/** Reads a number of days after which a run is stale, 1 to 36,500; undefined where the text is no such number. */
export function readDays(text: string): number | undefined {
	const days = Number(text.trim());
	return Number.isInteger(days) && days >= 1 && days <= 36_500 ? days : undefined;
}

/** Reads the same from the plugin's stored settings (`{ staleAfterDays }`). */
export function readStaleDays(data: unknown): number | undefined {
	return readDays(asText(ownValue(asTable(data) ?? {}, "staleAfterDays")) ?? "");
}
