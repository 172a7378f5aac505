import { findFrontMatter } from "../../formats/front-matter";
import { splitLines } from "../document/lines";
import { parseSections } from "../document/parse-note";
import { defuseInline } from "../safe/defuse-inline";
import { writeExpectedLines } from "./expected-lines";
import { OWN_SOURCE, readRunbook } from "./read-runbook";
import { writeCommands } from "./write-commands";

/** A test that a person adds to a runbook. */
export interface NewTest {
	readonly guid: string;
	/** Plain text. */
	readonly name: string;
	/** As people name them: `Windows`. */
	readonly platforms: readonly string[];
	readonly executor: string;
	readonly elevation: boolean;
	/** "" to be written in the note. */
	readonly command: string;
}

/** The note with the test in it, and the 0-based line of the test's heading. */
export interface AddedTest {
	readonly text: string;
	readonly line: number;
}

/**
 * Adds a person's own test behind the last one of a runbook note, in the shape of the others; behind all text where there is none.
 *
 * Inputs that the command names get a row each. Imports leave it alone: no upstream has its GUID.
 */
export function addTest(text: string, test: NewTest): AddedTest {
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const at = findPlace(text);
	const before = text.slice(0, at).trimEnd();
	const after = text.slice(at).trimStart();
	const section = writeTest(test).replaceAll("\n", lineBreak);
	const gap = lineBreak + lineBreak;
	const head = before === "" ? "" : before + gap;
	return {
		text: `${head}${section}${after === "" ? lineBreak : gap + after}`,
		line: splitLines(head).length,
	};
}

/** UTF-16 offset behind the last test; else before the person's notes at the end, else the end. */
function findPlace(text: string): number {
	const lines = splitLines(text);
	const last = readRunbook(text).at(-1)?.last;
	if (last !== undefined) return lines.slice(0, last).join("").length;
	const body = findFrontMatter(text)?.body ?? 0;
	const sections = parseSections(text.slice(body));
	const notes = sections.findIndex(({ level, title }) => level === 2 && title === "Notes");
	if (notes === -1) return text.length;
	const above = sections.slice(0, notes).flatMap(({ heading, body: own }) => [...heading, ...own]);
	return body + above.join("").length;
}

function writeTest(test: NewTest): string {
	const platforms = test.platforms.map((name) => defuseInline(name)).join(", ");
	const facts = [
		`Platforms: ${platforms || "not stated"}`,
		`Executor: ${defuseInline(test.executor) || "not stated"}`,
		`Elevation: ${test.elevation ? "required" : "not required"}`,
		`From: ${OWN_SOURCE}`,
	];
	const inputs = listInputRows(test.command);
	return [
		`## Test: ${defuseInline(test.name)}`,
		[
			`- GUID: ${test.guid} ^t-${test.guid.slice(0, 8)}`,
			`- ${facts.join(" · ")}`,
			...writeExpectedLines({ signal: "", events: [] }),
		].join("\n"),
		`### Inputs\n\n${inputs}`,
		`### Run\n\n${writeCommands(test.command, test.executor)}`,
		`### Cleanup\n\n${writeCommands("", test.executor)}`,
	].join("\n\n");
}

function listInputRows(command: string): string {
	const names = new Set(
		[...command.matchAll(/#\{([\w-]{1,100})\}/g)].map(([, name]) => name ?? ""),
	);
	const rows = [...names].map((name) => `| ${name} |  | string |  |  |`);
	return [
		"| Name | Description | Type | Default | This lab |",
		"| --- | --- | --- | --- | --- |",
		...rows,
	].join("\n");
}
