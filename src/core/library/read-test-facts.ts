import { splitNames } from "../text/split-names";
import type { TestFacts } from "./test-facts";

const HEADING = /^#{2,4} +((?:Atomic )?Test(?: #\d+)?[ \t]*[:-](.*))$/i;
const OWN_GUID = /^- GUID: ([0-9a-f]{8}-[0-9a-f-]{27})(?:[ \t]+\^([\w-]+))?/i;
const RENDERED_GUID = /^\*\*auto_generated_guid:\*\*[ \t]*`?([0-9a-f]{8}-[0-9a-f-]{27})/i;
const RENDERED_PLATFORMS = /^\*\*Supported Platforms:\*\*(.*)$/i;
const RENDERED_RUN = /^#{3,6} (?:Attack Commands: )?Run (?:it )?with (?:`([^`]*)`|these steps)/;
const FACT = /^(platforms|runs on|executor|elevation):(.*)$/i;

/** A backslash before a sign of ASCII stands for the sign (CommonMark 0.31.2, 2.4). */
const ESCAPED = /\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g;

/** A test that is being read. */
interface OpenTest {
	guid: string;
	block: string | null;
	executor: string | null;
	elevation: boolean | null;
	platforms: readonly string[];
	line: number;
}

/**
 * Reads the atomic tests of a runbook note, in the order of its text: in the shape that imports write (a line of facts below the GUID), or as
 * Atomic Red Team renders them (2018 to 2026). One for each GUID line outside of code.
 */
export function readTestFacts(text: string): readonly TestFacts[] {
	const tests: TestFacts[] = [];
	let heading: RegExpExecArray | null = null;
	let platforms: readonly string[] = [];
	let open: OpenTest | undefined;
	const close = (): void => {
		if (open !== undefined) tests.push(finish(open, heading));
		open = undefined;
	};
	forEachLine(text, (line, number) => {
		const start = line.startsWith("##") ? HEADING.exec(line) : null;
		const guid = start === null ? readGuid(line) : undefined;
		if (start !== null) {
			close();
			heading = start;
			platforms = [];
		} else if (guid !== undefined) {
			close();
			open = { ...guid, executor: null, elevation: null, platforms, line: number };
		} else if (open !== undefined) readFacts(line, open);
		else platforms = readRenderedPlatforms(line) ?? platforms;
	});
	close();
	return tests;
}

/** Commands can hold any line. */
function forEachLine(text: string, take: (line: string, number: number) => void): void {
	let fence: string | undefined;
	for (const [index, raw] of text.split("\n").entries()) {
		const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
		const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
		if (fence === undefined && mark !== undefined) fence = mark;
		else if (fence === undefined) take(line, index + 1);
		else if (mark !== undefined && line.startsWith(fence) && line.trim() === mark)
			fence = undefined;
	}
}

function readGuid(
	line: string,
): { readonly guid: string; readonly block: string | null } | undefined {
	const own = line.startsWith("- ") ? OWN_GUID.exec(line) : null;
	const found = own ?? (line.startsWith("**") ? RENDERED_GUID.exec(line) : null);
	if (found === null) return undefined;
	return { guid: (found[1] ?? "").toLowerCase(), block: found[2] ?? null };
}

function readFacts(line: string, test: OpenTest): void {
	if (line.startsWith("- ")) {
		for (const part of line.slice(2).split(" · ")) readFact(part.trim(), test);
		return;
	}
	const run = line.startsWith("###") ? RENDERED_RUN.exec(line) : null;
	if (run !== null && test.executor === null) {
		test.executor = (run[1] ?? "manual").toLowerCase();
		test.elevation = line.includes("Elevation Required");
	}
}

function readFact(part: string, test: OpenTest): void {
	const [, name = "", written = ""] = FACT.exec(part) ?? [];
	const value = written.trim();
	if (value === "" || value === "not stated") return;
	switch (name.toLowerCase()) {
		case "platforms":
		case "runs on":
			if (test.platforms.length === 0) test.platforms = splitNames(value);
			return;
		case "executor":
			test.executor ??= value.toLowerCase();
			return;
		case "elevation":
			test.elevation ??= /^(?:required|yes|true)$/i.test(value);
	}
}

function readRenderedPlatforms(line: string): readonly string[] | undefined {
	const found = line.startsWith("**") ? RENDERED_PLATFORMS.exec(line) : null;
	return found === null ? undefined : splitNames(found[1] ?? "");
}

function finish(test: OpenTest, heading: RegExpExecArray | null): TestFacts {
	const written = heading?.[2]?.trim() ?? null;
	// Equal names of one note are told apart by the start of their GUIDs, which is no part of the name.
	const mark = ` (${test.guid.slice(0, 8)})`;
	const bare = written?.endsWith(mark) === true ? written.slice(0, -mark.length) : written;
	return {
		name: bare === null ? null : bare.replace(ESCAPED, "$1"),
		heading: heading?.[1]?.trim() ?? null,
		...test,
	};
}
