import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "../../../src/core/model/problem";
import type { Rule } from "../../../src/core/model/rule";
import { decodeText } from "../../../src/core/formats/decode";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import type { RuleFileKind } from "../../../src/core/rules/rule-reader";

/** One file of a folder, with what it turned out to be. */
export interface SweptFile {
	readonly path: string;
	readonly text: string;
	readonly kind: RuleFileKind;
	readonly rules: readonly Rule[];
	readonly problems: readonly Problem[];
}

/** Reads every file of a folder, in path order. */
export function sweepFolder(folder: string): readonly SweptFile[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
		.sort()
		.map((path) => readSwept(folder, path));
}

function readSwept(folder: string, path: string): SweptFile {
	const decoded = decodeText(readFileSync(join(folder, path)));
	if (!decoded.ok) throw new Error(`${path} cannot be decoded`);
	const { text } = decoded;
	const kind = readRuleFile({ file: path, path, text });
	if (kind.kind !== "rules") return { path, text, kind, rules: [], problems: kind.problems };
	return { path, text, kind, rules: kind.reading.rules, problems: kind.reading.problems };
}

/** How many files are of each kind: a vendor's rules, a kind of context, `none`. */
export function countKinds(files: readonly SweptFile[]): Readonly<Record<string, number>> {
	const counts = new Map<string, number>();
	for (const { kind } of files) {
		const name =
			kind.kind === "rules"
				? kind.vendor
				: kind.kind === "context"
					? kind.contexts.map(({ what }) => what).join()
					: "none";
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return Object.fromEntries([...counts].sort());
}

/** Files and lines at which a query does not start, though it says so; white space is not compared. */
export function listMisplaced(files: readonly SweptFile[]): readonly string[] {
	const bare = (text: string): string => text.replace(/[\s\\"']+/g, "");
	return files.flatMap(({ path, text, rules }) => {
		const lines = text.split("\n");
		return rules.flatMap(({ queries }) =>
			queries
				.filter(({ text: query, line }) => {
					const rest = bare(lines.slice(line - 1, line + 40).join(""));
					return !rest.includes(bare(query).slice(0, 20));
				})
				.map(({ line }) => `${path}:${line}`),
		);
	});
}
