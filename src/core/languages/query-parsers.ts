import type { QueryParser } from "../model/detection";
import type { QueryLanguage } from "../model/rule";
import { parseEql } from "./eql/parse-eql";
import { parseEsql } from "./esql/parse-esql";
import { parseKql } from "./kql/parse-kql";
import { parseKuery } from "./kuery/parse-kuery";
import { parseLucene } from "./lucene/parse-lucene";
import { parseSigma } from "./sigma/parse-sigma";
import { parseSpl } from "./spl/parse-spl";
import { parseYaraL } from "./yara-l/parse-yara-l";

/** Gives the parser of a language; undefined for SQL, which rules only restate others in. */
export function findQueryParser(language: QueryLanguage): QueryParser | undefined {
	return PARSERS.get(language);
}

const PARSERS: ReadonlyMap<QueryLanguage, QueryParser> = new Map([
	["sigma", parseSigma],
	["eql", parseEql],
	["kuery", parseKuery],
	["lucene", parseLucene],
	["esql", parseEsql],
	["spl", parseSpl],
	["kql", parseKql],
	["yara-l", parseYaraL],
]);
