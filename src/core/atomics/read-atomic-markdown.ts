import type { AtomicDependency, AtomicExecutor, AtomicTest } from "../model/atomic";
import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import { findFrontMatter } from "../formats/front-matter";
import { findTechniqueIds, normaliseTechniqueId } from "../text/technique-ids";
import type { AtomicFile, AtomicReading } from "./atomic-reading";
import { createGuid, normaliseGuid } from "./create-guid";
import { readMarkdownInputs } from "./markdown-inputs";
import { splitMarkdownTests } from "./markdown-sections";
import type { MarkdownSection, MarkdownTest } from "./markdown-sections";
import { trimLineBreaks } from "./read-atomic-test";

const TITLE = /^# (T\d{4}(?:\.\d{3})?)[ \t]*[-:][ \t]*(.*)/m;
const PLATFORMS = /^\*\*Supported Platforms:\*\*(.*)/i;
const GUID = /^\*\*auto_generated_guid:\*\*(.*)/i;

/** Cloud platforms that the rendering names by their makers. */
const PLATFORM_WORDS: ReadonlyMap<string, string> = new Map([
	["aws", "iaas:aws"],
	["azure", "iaas:azure"],
	["gcp", "iaas:gcp"],
]);

/** Whether a Markdown text holds tests as Atomic Red Team renders them. */
export function holdsAtomicMarkdown(text: string): boolean {
	return text.includes("Atomic Test #") && /^#{2,4} Atomic Test #\d+[ \t]*[:-]/m.test(text);
}

/**
 * Reads the Markdown that Atomic Red Team renders from a technique's YAML, with or without front matter on top: the templates of
 * 2018 to 2026, and the runbook notes of vaults that were made from them.
 *
 * Line breaks at the ends of commands and of table cells are not in it, nor are defaults of 0 and false; the YAML is the better source.
 */
export function readAtomicMarkdown(file: AtomicFile): AtomicReading {
	const problems: Problem[] = [];
	const body = findFrontMatter(file.text)?.body ?? 0;
	const firstLine = file.text.slice(0, body).split("\n").length;
	const lines = file.text.slice(body).replaceAll("\r", "").split("\n");
	const title = TITLE.exec(file.text.slice(body));
	const technique =
		normaliseTechniqueId(title?.[1] ?? "") ??
		findTechniqueIds(file.path.slice(file.path.lastIndexOf("/") + 1))[0];
	if (technique === undefined) {
		const reason = "neither its title nor its file name says which technique is tested";
		return { kind: "none", reason, problems: [problemOf(file.file, 1, "atomic-field", reason)] };
	}
	const taken = new Set<string>();
	const tests = splitMarkdownTests(lines, firstLine).map((test) =>
		readTest(test, technique, file, taken, problems),
	);
	const name = title?.[2]?.trim() ?? "";
	const techniques = [{ technique, name, tests, file: file.file }];
	return { kind: "tests", origin: "markdown", techniques, problems };
}

function readTest(
	test: MarkdownTest,
	technique: string,
	file: AtomicFile,
	taken: Set<string>,
	problems: Problem[],
): AtomicTest {
	const { intro } = test;
	const platformLine = intro.findIndex((line) => PLATFORMS.test(line));
	const facts = platformLine === -1 ? [] : intro.slice(platformLine);
	const description = platformLine === -1 ? intro : intro.slice(0, platformLine);
	const guidText = findFact(facts, GUID).replaceAll("`", "");
	const stated = normaliseGuid(guidText);
	const guid =
		stated === undefined || taken.has(stated) ? createGuid([technique, test.name]) : stated;
	if (guid !== stated) {
		const [code, why] =
			stated === undefined
				? (["atomic-field", "the test has no GUID"] as const)
				: (["atomic-duplicate-guid", `another test before it has the GUID ${stated}`] as const);
		const message = `${test.name}: ${why}; one is made from its technique and name`;
		problems.push(problemOf(file.file, test.line, code, message, "info"));
	}
	taken.add(guid);
	const inputs = test.sections.find(({ kind }) => kind === "inputs");
	return {
		guid,
		name: test.name,
		description: description.join("\n").trim(),
		platforms: readPlatforms(findFact(facts, PLATFORMS)),
		inputs: inputs === undefined ? [] : readMarkdownInputs(inputs.lines),
		...readDependencies(test.sections),
		executor: readExecutor(test.sections),
		line: test.line,
	};
}

function findFact(lines: readonly string[], pattern: RegExp): string {
	for (const line of lines) {
		const match = pattern.exec(line);
		if (match !== null) return (match[1] ?? "").trim();
	}
	return "";
}

function readPlatforms(text: string): string[] {
	const words = text
		.split(",")
		.map((word) => word.trim().toLowerCase().replaceAll(" ", "-"))
		.filter((word) => word !== "");
	return [...new Set(words.map((word) => PLATFORM_WORDS.get(word) ?? word))];
}

function readExecutor(sections: readonly MarkdownSection[]): AtomicExecutor {
	const run = sections.find(({ kind }) => kind === "run" || kind === "steps");
	const cleanup = sections.find(({ kind }) => kind === "cleanup");
	const isManual = run?.kind === "steps";
	const steps = (run?.lines ?? []).filter((line) => !/^<br ?\/?>[ \t]*$/.test(line));
	return {
		name: isManual ? "manual" : (run?.detail ?? "").toLowerCase(),
		command: isManual ? steps.join("\n").trim() : readCode(run),
		cleanup: readCode(cleanup),
		elevationRequired: run?.heading.includes("Elevation Required") ?? false,
	};
}

/** A dependency's parts follow its description; one without a description starts anew at its check. */
function readDependencies(
	sections: readonly MarkdownSection[],
): Pick<AtomicTest, "dependencyExecutor" | "dependencies"> {
	const dependencies: AtomicDependency[] = [];
	let open: { description: string; check: string; get: string } | undefined;
	const start = (description: string): { description: string; check: string; get: string } => {
		open = { description, check: "", get: "" };
		dependencies.push(open);
		return open;
	};
	for (const section of sections) {
		if (section.kind === "dependency") start([section.detail, ...section.lines].join("\n").trim());
		else if (section.kind === "check") (open ?? start("")).check = readCode(section);
		else if (section.kind === "get") (open ?? start("")).get = readCode(section);
	}
	const heading = sections.find(({ kind }) => kind === "dependencies");
	const executor = heading?.detail.toLowerCase() ?? "";
	return { dependencyExecutor: executor === "" ? null : executor, dependencies };
}

/** Commands can hold fences of their own, so the first and the last fence line of a part are its fence. */
function readCode(section: MarkdownSection | undefined): string {
	const lines = section?.lines ?? [];
	const fences = [...lines.keys()].filter((at) => lines[at]?.startsWith("```") === true);
	const [first, last] = [fences[0], fences.at(-1)];
	if (first === undefined) return "";
	const end = last === first ? undefined : last;
	return trimLineBreaks(lines.slice(first + 1, end).join("\n"));
}
