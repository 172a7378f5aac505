import type { AtomicTechnique } from "../model/atomic";
import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import { asTables, asText } from "../formats/values";
import type { Table } from "../formats/values";
import { parseYamlDocuments } from "../formats/yaml";
import type { AtomicFile, AtomicReading } from "./atomic-reading";
import { readAtomicIndex } from "./read-atomic-index";
import { holdsAtomicMarkdown, readAtomicMarkdown } from "./read-atomic-markdown";
import { readAtomicTable, readTechniqueOf } from "./read-atomic-yaml";
import { findTestLines } from "./yaml-test-lines";

/**
 * Reads a file of Atomic Red Team, known by its content: a technique's YAML or JSON (also a list of several techniques), the index of all of them,
 * or a technique's Markdown.
 *
 * Never throws. A file whose YAML is broken gives `none` with a problem that has the line; a test with mistakes is kept as far as
 * it is understood, with a problem for each mistake.
 */
export function readAtomicFile(file: AtomicFile): AtomicReading {
	const name = file.path.slice(file.path.lastIndexOf("/") + 1).toLowerCase();
	if (/\.(?:md|markdown)$/.test(name)) return readMarkdownFile(file);
	if (/\.(?:csv|json)$/.test(name) && /(?:^|\/)indexes\//i.test(file.path)) {
		return { kind: "context", what: "a list of atomic tests", problems: [] };
	}
	// JSON is YAML too.
	if (/\.(?:ya?ml|json)$/.test(name) || file.text.includes("atomic_tests:"))
		return readYamlFile(file);
	return { kind: "none", reason: "it is not a file of atomic tests", problems: [] };
}

function readMarkdownFile(file: AtomicFile): AtomicReading {
	if (holdsAtomicMarkdown(file.text)) return readAtomicMarkdown(file);
	if (/^# .*Atomic Tests by ATT&CK Tactic/m.test(file.text.slice(0, 500))) {
		return { kind: "context", what: "a list of atomic tests", problems: [] };
	}
	return { kind: "none", reason: "the Markdown holds no atomic tests", problems: [] };
}

function readYamlFile(file: AtomicFile): AtomicReading {
	if (!file.text.includes("atomic_tests") && !file.text.includes("attack_technique")) {
		return { kind: "none", reason: "the file holds no atomic tests", problems: [] };
	}
	const problems: Problem[] = [];
	const lines = file.text.split("\n");
	const lists = findTestLines(lines);
	const techniques: AtomicTechnique[] = [];
	let listIndex = 0;
	const taken = new Set<string>();
	for (const document of parseYamlDocuments(file.text)) {
		if (!document.ok) {
			const { failure } = document;
			const code = failure.bomb ? "read-yaml-bomb" : "read-syntax";
			problems.push(problemOf(file.file, failure.line, code, `not valid YAML: ${failure.message}`));
			continue;
		}
		for (const table of asTables(document.value)) {
			if (!Object.hasOwn(table, "atomic_tests") && !Object.hasOwn(table, "attack_technique")) {
				const index = readAtomicIndex(table, file, lines, lists);
				if (index !== undefined) return index;
				continue;
			}
			const ranges = Object.hasOwn(table, "atomic_tests") ? (lists[listIndex++] ?? []) : [];
			const technique = readTechnique(table, file, document.line, problems);
			if (technique === undefined) continue;
			const source = { ...technique, ranges, line: document.line };
			techniques.push(readAtomicTable(source, file, lines, taken, problems));
		}
	}
	return concludeYaml(techniques, problems);
}

function readTechnique(
	table: Table,
	file: AtomicFile,
	line: number,
	problems: Problem[],
): { technique: string; name: string; tests: unknown } | undefined {
	const technique = readTechniqueOf(table, file, line, problems);
	if (technique === undefined) {
		const message = "neither attack_technique nor the file's name says which technique is tested";
		problems.push(problemOf(file.file, line, "atomic-field", message));
		return undefined;
	}
	const name = asText(table["display_name"]) ?? "";
	if (name === "") {
		const message = "display_name is missing; the technique's own name is used";
		problems.push(problemOf(file.file, line, "atomic-field", message, "info"));
	}
	return { technique, name, tests: table["atomic_tests"] ?? [] };
}

function concludeYaml(
	techniques: readonly AtomicTechnique[],
	problems: readonly Problem[],
): AtomicReading {
	if (techniques.some(({ tests }) => tests.length > 0))
		return { kind: "tests", origin: "yaml", techniques, problems };
	const [first] = problems.filter(({ severity }) => severity === "error");
	const reason =
		first !== undefined
			? first.message
			: techniques.length > 0
				? "its list of atomic tests is empty"
				: "the file holds no atomic tests";
	return { kind: "none", reason, problems };
}
