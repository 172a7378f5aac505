import { resolve } from "node:path";
import type { VaultIndex } from "../../../../src/core/index/vault-index";
import { encodeOutcome } from "../../../../src/core/query/encode-outcome";
import type { Json } from "../../../../src/core/query/encode-value";
import { runQuery } from "../../../../src/core/query/run-query";
import { openVault } from "./open-vault";

/** An answer as JSON, links shortened to `[[path]]` so that it can be read. */
export interface Answer {
	readonly type?: string;
	readonly columns?: readonly string[];
	readonly rows?: readonly Json[];
	readonly failed?: readonly {
		readonly note: string;
		readonly column: string;
		readonly message: string;
	}[];
	readonly hints?: readonly {
		readonly message: string;
		readonly line: number;
		readonly column: number;
	}[];
	readonly value?: Json;
	readonly error?: {
		readonly kind: string;
		readonly message: string;
		readonly line: number;
		readonly column: number;
	};
}

/** The vault in `test/fixtures/query-vault`. */
export function openFixture(): VaultIndex {
	return openVault(resolve(import.meta.dirname, "../../../fixtures/query-vault"));
}

/** Asks an index something, at noon of 2024-03-15 in UTC. */
export function ask(index: VaultIndex, query: string, origin: string | null = null): Answer {
	const outcome = runQuery(index, query, { origin, now: "2024-03-15T12:00:00Z" });
	return shorten(encodeOutcome(outcome)) as Answer;
}

/** Gives JSON with links, dates and durations as short texts. */
export function shorten(value: Json): Json {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map((item: Json) => shorten(item));
	const table = value as Readonly<Record<string, Json>>;
	const link = table["$link"] as Readonly<Record<string, Json>> | undefined;
	if (link !== undefined) return shortLink(link);
	const date = table["$date"];
	if (typeof date === "string") return date.replace("T00:00:00.000Z", "");
	if (table["$duration"] !== undefined) return JSON.stringify(table["$duration"]);
	return Object.fromEntries(Object.entries(table).map(([key, item]) => [key, shorten(item)]));
}

function shortLink({ path, subpath, display, embed }: Readonly<Record<string, Json>>): string {
	const text = (part: Json | undefined): string => (typeof part === "string" ? part : "");
	const name = text(path).replace(/\.md$/, "").split("/").at(-1) ?? "";
	const part = subpath === undefined ? "" : `#${text(subpath)}`;
	const shown = display === undefined ? "" : `|${text(display)}`;
	return `${embed === true ? "!" : ""}[[${name}${part}${shown}]]`;
}
