/** The parts of a test in the Markdown that Atomic Red Team renders from its YAML. */
export type SectionKind =
	"inputs" | "run" | "steps" | "cleanup" | "dependencies" | "dependency" | "check" | "get";

/** One part of a test: what its heading says, and the lines up to the next part. */
export interface MarkdownSection {
	readonly kind: SectionKind;
	/** What stands in the heading behind its fixed words: an executor, a description. */
	readonly detail: string;
	readonly heading: string;
	readonly lines: readonly string[];
}

/** One test: its heading's line (1-based) and name, the lines before its first part, and its parts. */
export interface MarkdownTest {
	readonly line: number;
	readonly name: string;
	readonly intro: readonly string[];
	readonly sections: readonly MarkdownSection[];
}

/** Headings of the template's versions from 2018 (ERB) to 2026 (Jinja), with what follows the fixed words. */
const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
	["inputs", /^#{3,6} Inputs:?[ \t]*$/],
	["steps", /^#{3,6} (?:Attack Commands: )?Run it with these steps!/],
	["run", /^#{3,6} (?:Attack Commands: )?Run (?:it )?with `([^`]*)`/],
	["cleanup", /^#{3,6} Cleanup Commands:?/],
	["dependencies", /^#{3,6} Dependencies:[ \t]*(?:Run with `([^`]*)`)?/],
	["dependency", /^#{3,6} Description:(.*)/],
	["check", /^#{3,6} (?:Check Prereq Commands|Commands to Check Prerequisites):?/],
	["get", /^#{3,6} Get Prereq Commands:?/],
];

const TEST_HEADING = /^#{2,4} Atomic Test #\d+[ \t]*[:-][ \t]*(.*)/;

/** Splits the Markdown of one technique into its tests; `first` is the 1-based line of `lines[0]`. One pass over the lines. */
export function splitMarkdownTests(lines: readonly string[], first: number): MarkdownTest[] {
	const starts: number[] = [];
	for (const [at, line] of lines.entries()) {
		if (line.startsWith("##") && TEST_HEADING.test(line)) starts.push(at);
	}
	return starts.map((start, index) => {
		const name = TEST_HEADING.exec(lines[start] ?? "")?.[1] ?? "";
		const body = lines.slice(start + 1, starts[index + 1] ?? lines.length);
		return { line: start + first, name: name.trim(), ...splitSections(body) };
	});
}

function splitSections(lines: readonly string[]): Pick<MarkdownTest, "intro" | "sections"> {
	const intro: string[] = [];
	const sections: (MarkdownSection & { lines: string[] })[] = [];
	for (const line of lines) {
		const heading = line.startsWith("###") ? readHeading(line) : undefined;
		if (heading !== undefined) sections.push({ ...heading, lines: [] });
		else (sections.at(-1)?.lines ?? intro).push(line);
	}
	return { intro, sections };
}

function readHeading(line: string): Omit<MarkdownSection, "lines"> | undefined {
	for (const [kind, pattern] of HEADINGS) {
		const match = pattern.exec(line);
		if (match !== null) return { kind, detail: (match[1] ?? "").trim(), heading: line };
	}
	return undefined;
}
