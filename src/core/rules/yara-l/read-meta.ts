import { addToGroup } from "../../text/add-to-group";
import { findTechniqueIds } from "../../text/technique-ids";
import { normaliseTactic } from "../rule-metadata";
import type { YaraLMeta } from "./find-yara-l-rules";

/** A rule's metadata by key in lower case. */
export type MetaValues = ReadonlyMap<string, readonly string[]>;

/** Gathers a rule's metadata; a key that comes twice has two values, an empty value none. */
export function gatherMeta(entries: readonly YaraLMeta[]): MetaValues {
	const values = new Map<string, string[]>();
	for (const { key, value } of entries) {
		const text = value.trim();
		if (text === "") continue;
		addToGroup(values, key.toLowerCase(), text);
	}
	return values;
}

/** Gives the first value of the first key that has one, or null. */
export function firstMeta(meta: MetaValues, ...keys: readonly string[]): string | null {
	for (const key of keys) {
		const [value] = meta.get(key) ?? [];
		if (value !== undefined) return value;
	}
	return null;
}

/** Gives all values of some keys, parted at commas. */
export function listMeta(meta: MetaValues, ...keys: readonly string[]): readonly string[] {
	const parts = keys.flatMap((key) => meta.get(key) ?? []).flatMap((value) => value.split(","));
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}

/** What the metadata says about ATT&CK. */
export interface MetaAttack {
	readonly techniques: readonly string[];
	readonly tactics: readonly string[];
	/** Other names in `mitre`: `car.2013-05-009`, `s0111`. */
	readonly others: readonly string[];
}

const TECHNIQUE_KEY = /technique|mitre|att&?ck|^ttps?$/;

/**
 * Reads technique ids and tactics in every spelling met: `technique = "T1003.001"`, `mitre_attack_technique`, the id inside
 * `mitre_attack_url`, `mitre = "execution, t1059"` with tactics, ids and others in one list. `tags` may hold ids too.
 */
export function readMetaAttack(meta: MetaValues): MetaAttack {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const others = new Set<string>();
	const addTactics = (text: string): void => {
		for (const part of text.split(/[,;]/)) {
			const tactic = normaliseTactic(withoutPrefix(part));
			if (tactic !== undefined) tactics.add(tactic);
		}
	};
	for (const [key, values] of meta) {
		for (const value of values) {
			if (key === "mitre" || key === "mitre_attack") {
				readMixedList(value, { techniques, tactics, others });
			} else if (/tactic/.test(key)) addTactics(value);
			else if (TECHNIQUE_KEY.test(key) || key === "tags")
				for (const id of findTechniqueIds(value)) techniques.add(id);
		}
	}
	return { techniques: [...techniques], tactics: [...tactics], others: [...others] };
}

function readMixedList(
	value: string,
	found: { techniques: Set<string>; tactics: Set<string>; others: Set<string> },
): void {
	for (const part of value.split(/[,;]/)) {
		const name = withoutPrefix(part);
		const ids = findTechniqueIds(name);
		const tactic = normaliseTactic(name);
		if (ids.length > 0) for (const id of ids) found.techniques.add(id);
		else if (tactic !== undefined) found.tactics.add(tactic);
		else if (/^[a-z]\w*[.-]?\d/i.test(name)) found.others.add(name);
	}
}

/** `attack.t1112`, and the misspellings met: `atatck.t1112`, `attackt1496`; a tactic's id says what stands behind it (`TA0001 - Initial Access`). */
function withoutPrefix(part: string): string {
	const name = part.trim().replace(/^(?:attack|atatck|attck)\.?/i, "");
	return /^TA\d{4}(?=\s*[-\u2013:(])/i.exec(name)?.[0] ?? name;
}
