import { parse, TomlError } from "smol-toml";

/** A parsed TOML table, or the failure with its 1-based line. */
export type TomlResult =
	| { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
	| { readonly ok: false; readonly line: number | null; readonly message: string };

/** Parses a TOML 1.0 file (smol-toml); dates become that library's `TomlDate`, which is a `Date`. */
export function parseToml(text: string): TomlResult {
	try {
		return { ok: true, value: parse(text) };
	} catch (error) {
		if (error instanceof TomlError) {
			const message = error.message.split("\n", 1)[0] ?? "";
			return {
				ok: false,
				line: error.line,
				message: message.replace(/^Invalid TOML document: /, ""),
			};
		}
		return { ok: false, line: null, message: "the TOML is nested too deeply" };
	}
}
