/**
 * Languages that Obsidian only colours. Whatever is not on the list may belong to a plugin that would run or draw the block, so
 * it is written as `text`.
 */
const HARMLESS: ReadonlySet<string> = new Set(
	(
		"text txt plaintext plain log console output csv tsv diff patch http markdown md " +
		"yaml yml toml json jsonc json5 ndjson xml html css scss ini cfg conf config properties env reg registry " +
		"sql tsql plsql kql kusto spl splunk eql esql es|ql kuery lucene sigma yara yara-l yaral cypher graphql regex " +
		"bash sh shell zsh fish terminal powershell ps1 pwsh posh cmd bat batch batchfile dos command_prompt " +
		"python py javascript js typescript ts c h cpp c++ csharp c# cs java kotlin scala go golang rust rs ruby rb php perl pl " +
		"lua swift objective-c objc r vb vba vbnet vbscript vbs asm nasm applescript osascript hcl terraform bicep " +
		"dockerfile docker makefile nginx apache protobuf awk sed"
	).split(" "),
);

/** Gives the word to write behind a fence's backticks: the language where it is harmless, else `text`, "" where there is none. */
export function safeFenceLanguage(language: string): string {
	const word = language.trim();
	if (word === "") return "";
	return HARMLESS.has(word.toLowerCase()) ? word : "text";
}
