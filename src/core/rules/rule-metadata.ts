import type { Level, Vendor } from "../model/rule";
import { fileNameOf } from "./file-names";

const LEVEL_WORDS: ReadonlyMap<string, Level> = new Map([
	["informational", "informational"],
	["information", "informational"],
	["info", "informational"],
	["low", "low"],
	["medium", "medium"],
	["moderate", "medium"],
	["high", "high"],
	["critical", "critical"],
	["severe", "critical"],
]);

/** Gives a vendor's severity word as one of the five levels, or null where it is none. */
export function normaliseLevel(word: string | undefined): Level | null {
	if (word === undefined) return null;
	return LEVEL_WORDS.get(word.trim().toLowerCase()) ?? null;
}

/**
 * Makes an id for a rule that upstream gave none: `kusto:Rare sign-ins.kql:2`.
 *
 * It stands on the vendor, the file name (never its folder) and the rule's 1-based ordinal in the file, so it survives a move;
 * the name is in Unicode NFC, since file systems differ in how they keep it.
 */
export function createRuleId(vendor: Vendor, path: string, ordinal: number): string {
	return `${vendor}:${fileNameOf(path).normalize("NFC")}:${ordinal}`;
}

/** Gives the status that an upstream folder states (`deprecated`, `_deprecated`, `unsupported`, `rules-unsupported`), or null. */
export function statusFromFolder(path: string): "deprecated" | "unsupported" | null {
	if (!/deprecated|unsupported/i.test(path)) return null;
	const folders = path.toLowerCase().split("/").slice(0, -1);
	for (const folder of folders.reverse()) {
		const words = folder.split(/[^a-z]+/);
		if (words.includes("deprecated")) return "deprecated";
		if (words.includes("unsupported")) return "unsupported";
	}
	return null;
}

/**
 * Gives a tactic as its short name (`lateral-movement`) or its id (`TA0008`), or undefined where the text is no tactic's spelling.
 *
 * Read: `Lateral Movement`, `Lateral_Movement`, `lateral-movement`, `LateralMovement`, `Command & Control`, `ta0008`. Whether ATT&CK has
 * such a tactic is for the bundle to say, since names change between versions.
 */
export function normaliseTactic(text: string): string | undefined {
	const word = text.trim();
	if (SHORT_NAME.test(word)) return word;
	if (/^ta\d{4}$/i.test(word)) return word.toUpperCase();
	const short = word
		.replace(/([a-z])([A-Z])/g, "$1-$2")
		.replace(/&/g, " and ")
		.toLowerCase()
		.replace(/[\s_-]+/g, "-")
		.replace(/^-|-$/g, "");
	return SHORT_NAME.test(short) ? short : undefined;
}

const SHORT_NAME = /^[a-z]+(?:-[a-z]+)*$/;
