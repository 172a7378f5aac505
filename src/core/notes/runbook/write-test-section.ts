import type { AtomicTest } from "../../model/atomic";
import { defuseInline } from "../safe/defuse-inline";
import { deriveExpectations } from "./derive-expectations";
import { writeExpectedLines } from "./expected-lines";
import { platformName } from "./platform-names";
import { writeCommands, writeSteps } from "./write-commands";
import { writeInputTable } from "./write-input-table";
import { writeProse } from "./write-prose";
import type { ProseSource } from "./write-prose";

/** How one test is named in its note. */
export interface TestNames {
	/** The heading's text behind `Test: `, unlike every other test's in the note. */
	readonly heading: string;
	/** The block id of the GUID line, without `^`. */
	readonly block: string;
}

/**
 * Writes one atomic test as a section: what it is and should show, its inputs, prerequisites, commands and cleanup.
 *
 * Atomic Red Team states nothing of what a test should show, so that is derived and marked as such.
 */
export function writeTestSection(names: TestNames, source: ProseSource): string {
	const { test } = source;
	const parts = [
		`## Test: ${names.heading}`,
		writeFacts(names, source),
		writeProse(test.description, source),
		writePart("Inputs", writeInputTable(test.inputs)),
		writePart("Prerequisites", writePrerequisites(source)),
		writePart("Run", writeRun(source)),
		writePart("Cleanup", writeCleanup(test)),
	];
	return parts.filter((part) => part !== "").join("\n\n");
}

function writeFacts({ block }: TestNames, { test, context }: ProseSource): string {
	const { executor } = test;
	const facts = [
		`Platforms: ${test.platforms.map((word) => defuseInline(platformName(word))).join(", ") || "not stated"}`,
		`Executor: ${defuseInline(executor.name) || "not stated"}`,
		`Elevation: ${executor.elevationRequired ? "required" : "not required"}`,
		`From: ${defuseInline(context.source)}`,
	];
	return [
		`- GUID: ${test.guid} ^${block}`,
		`- ${facts.join(" · ")}`,
		...writeExpectedLines(deriveExpectations(test)),
	].join("\n");
}

function writePart(heading: string, text: string): string {
	return text === "" ? "" : `### ${heading}\n\n${text}`;
}

function writePrerequisites(source: ProseSource): string {
	const { test } = source;
	if (test.dependencies.length === 0) return "";
	const executor = test.dependencyExecutor ?? test.executor.name;
	const parts = executor === "" ? [] : [`Run with ${defuseInline(executor)}.`];
	for (const { description, check, get } of test.dependencies) {
		if (description !== "") parts.push(writeProse(description, source));
		if (check !== "") parts.push("Check:", writeCommands(check, executor));
		if (get !== "") parts.push("Get:", writeCommands(get, executor));
	}
	return parts.join("\n\n");
}

function writeRun(source: ProseSource): string {
	const { executor } = source.test;
	if (executor.command === "") return "";
	return executor.name === "manual"
		? writeSteps(executor.command, source)
		: writeCommands(executor.command, executor.name);
}

function writeCleanup({ executor }: AtomicTest): string {
	return executor.cleanup === "" ? "" : writeCommands(executor.cleanup, executor.name);
}
