import { resolvePlainScalar } from "../../formats/yaml";
import type { SigmaScalar } from "./outline-node";

/** Nothing, what a plain scalar does not start with, and what would make it something else. */
const NOT_PLAIN = /^$|^[,[\]{}#&*!|>%@`]|^[-?](?:\s|$)|:(?:\s|$)/;

/** Numbers by the letter, that authors mean as text: digits of a hash (`53e00`, which YAML 1.1 takes for text), a file's ending (`.inf`). */
const NO_NUMBER = /^[-+]?(?:\d+e[-+]?\d+|\.inf|\.nan)$/i;

/**
 * Gives the value of a scalar as it is written on one line; undefined where that takes a whole YAML parser (several lines, block scalars,
 * aliases, escapes that JSON has not) or is a mistake.
 */
export function readScalar(written: string): SigmaScalar | undefined {
	if (written.includes("\n")) return undefined;
	const first = written[0];
	if (first === "'") return readSingleQuoted(written);
	if (first === '"') return readDoubleQuoted(written);
	if (NOT_PLAIN.test(written)) return undefined;
	const value = resolvePlainScalar(written);
	return typeof value === "number" && NO_NUMBER.test(written) ? written : value;
}

/** Gives the name that a key's scalar makes: a number or a truth value is its text. Undefined as `readScalar` is. */
export function readKeyName(written: string): string | undefined {
	const value = readScalar(written);
	return value === undefined ? undefined : String(value);
}

function readSingleQuoted(written: string): string | undefined {
	const inner = written.slice(1, -1);
	if (written.length < 2 || !written.endsWith("'")) return undefined;
	if (!inner.includes("'")) return inner;
	return /^(?:[^']|'')*$/.test(inner) ? inner.replaceAll("''", "'") : undefined;
}

function readDoubleQuoted(written: string): string | undefined {
	if (!written.includes("\\") && written.indexOf('"', 1) === written.length - 1)
		return written.slice(1, -1);
	try {
		const value: unknown = JSON.parse(written);
		return typeof value === "string" ? value : undefined;
	} catch {
		return undefined;
	}
}
