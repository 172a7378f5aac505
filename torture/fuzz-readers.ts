import { readAtomicFile } from "../src/core/atomics/read-atomic-file";
import { readAttackData } from "../src/core/attack/read-attack-data";
import { readAttackBundle } from "../test/support/read-attack";
import { convertNote } from "../src/core/convert/convert-note";
import { readExecutionLog } from "../src/core/executions/logs/read-execution-log";
import { decodeText } from "../src/core/formats/decode";
import { parseJson } from "../src/core/formats/json";
import { parseToml } from "../src/core/formats/toml";
import { parseYamlDocuments } from "../src/core/formats/yaml";
import { listZip } from "../src/core/formats/zip";
import { readNoteRecord } from "../src/core/index/read-note-record";
import { createVaultIndex } from "../src/core/index/vault-index";
import { findQueryParser } from "../src/core/languages/query-parsers";
import { readLayers } from "../src/core/layers/read-layers";
import { readLibraryEntry } from "../src/core/library/read-library-entry";
import { createRuleKnowledge } from "../src/core/library/rule-knowledge";
import type { QueryLanguage } from "../src/core/model/rule";
import { openBases } from "../src/core/notes/bases/open-bases";
import { readExecutionNote } from "../src/core/notes/execution/read-execution-note";
import { setProperty } from "../src/core/notes/front-matter/set-property";
import { adoptNote } from "../src/core/notes/merge/adopt-note";
import { mergeNote } from "../src/core/notes/merge/merge-note";
import { defuseMarkdown } from "../src/core/notes/safe/defuse-markdown";
import { identifyNote } from "../src/core/notes/identity/identify-note";
import { readForeignNote } from "../src/core/notes/foreign/read-foreign-note";
import { runQuery } from "../src/core/query/run-query";
import { readRuleContexts } from "../src/core/rules/read-rule-contexts";
import { readRuleFile } from "../src/core/rules/read-rule-file";
import { readFieldNote } from "../src/core/taxonomy/fields/read-field-note";
import { createNodeCodec } from "../src/node/codec";

/** What a reader is fed: text by the kinds of seed that it grows from. */
export type SeedKind =
	"rules" | "atomics" | "attack" | "notes" | "queries" | "layers" | "zip" | "logs";

/** One reader of the product, with all that it needs; throwing or not coming back is a fault. */
export interface FuzzedReader {
	readonly name: string;
	readonly seeds: SeedKind;
	/** Most UTF-16 units of an input: some readers do more for each than others. */
	readonly most: number;
	read(text: string): unknown;
}

const LANGUAGES: readonly QueryLanguage[] = [
	"sigma",
	"eql",
	"kuery",
	"lucene",
	"esql",
	"spl",
	"kql",
	"yara-l",
];

/** Lists every reader that meets text from outside. */
export function listReaders(): readonly FuzzedReader[] {
	const knowledge = createRuleKnowledge([]);
	const index = createVaultIndex();
	const stat = { ctime: 0, mtime: 0, size: 0 };
	["a", "b", "c"].forEach((name, at) => {
		index.put(`${name}.md`, `---\ntags: [x]\nn: ${at}\n---\n- [ ] t\n[[a]] key:: v\n`, stat);
	});
	const codec = createNodeCodec();
	const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");
	const fileName = (text: string): string =>
		["r.yml", "r.toml", "r.json", "r.md", "r.kql", "r.txt", "r.yaral", "r.conf", "r.csv"][
			text.length % 9
		] ?? "r.yml";
	const halves = (text: string): [string, string, string] => {
		const third = Math.floor(text.length / 3);
		return [text.slice(0, 2 * third), text, text.slice(third)];
	};
	return [
		reader("rules", "rules", 6000, (text) =>
			readRuleFile({ file: "f", path: fileName(text), text }),
		),
		...LANGUAGES.map((language) =>
			reader(language, "rules", 3000, (text) =>
				findQueryParser(language)?.(text, knowledge.context),
			),
		),
		reader("rule contexts", "rules", 4000, (text) => readRuleContexts("a.json", text)),
		reader("atomics", "atomics", 6000, (text) =>
			readAtomicFile({ file: "f", path: text.length % 3 === 0 ? "T1003.md" : "T1003.yaml", text }),
		),
		reader("ATT&CK bundle", "attack", 6000, (text) => readAttackBundle("f", text)),
		reader("ATT&CK data", "attack", 6000, (text) => readAttackData("f", text)),
		reader("note in the index", "notes", 5000, (text) => index.put("fuzzed.md", text, stat)),
		reader("note in the library", "notes", 5000, (text) => {
			return readLibraryEntry(readNoteRecord("fuzzed.md", text, stat), text, knowledge);
		}),
		reader("note identity", "notes", 5000, (text) => identifyNote("Fuzzed/T1003 - x.md", text)),
		reader("foreign note", "notes", 5000, (text) =>
			readForeignNote({ file: "f", path: "Fuzzed/T1003 - x.md", text }),
		),
		reader("execution note", "notes", 4000, (text) => readExecutionNote({}, text)),
		reader("field table", "notes", 4000, (text) => readFieldNote(text)),
		reader("merge", "notes", 3000, (text) => {
			const [base, mine, theirs] = halves(text);
			return mergeNote({ base, mine, theirs });
		}),
		reader("adoption", "notes", 3000, (text) => {
			const [mine, theirs] = halves(text);
			return adoptNote({ kind: "rule", mine, theirs });
		}),
		reader("property edit", "notes", 3000, (text) =>
			setProperty(text, "level", { kind: "text", text: "high" }, undefined),
		),
		reader("made plain", "notes", 4000, (text) => defuseMarkdown(text)),
		reader("blocks to convert", "notes", 4000, (text) =>
			convertNote(text, { isFolder: () => false }),
		),
		reader("query", "queries", 400, (text) => runQuery(index, text, { origin: "a.md", now: 0 })),
		reader("layer", "layers", 3000, (text) => readLayers("f", text)),
		reader("run log", "logs", 4000, (text) =>
			readExecutionLog(text.length % 2 === 0 ? "log.json" : "log.csv", text),
		),
		reader("zip", "zip", 3000, (text) => {
			const listing = listZip(bytesOf(text));
			return listing.ok ? listing.entries.map((entry) => entry.read()) : listing;
		}),
		reader("merge bases", "zip", 3000, (text) => openBases(bytesOf(`DVB\u0001${text}`), codec)),
		reader("encoding", "zip", 3000, (text) => decodeText(bytesOf(text))),
		reader("YAML", "atomics", 3000, (text) => parseYamlDocuments(text)),
		reader("TOML", "rules", 3000, (text) => parseToml(text)),
		reader("JSON", "attack", 3000, (text) => parseJson(text)),
	];
}

function reader(
	name: string,
	seeds: SeedKind,
	most: number,
	read: (text: string) => unknown,
): FuzzedReader {
	return { name, seeds, most, read };
}
