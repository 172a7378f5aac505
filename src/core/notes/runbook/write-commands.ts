import { fenceCode } from "../safe/fence-code";
import type { ProseSource } from "./write-prose";
import { writeProse } from "./write-prose";

/** Gives the fence language of an executor: `cmd` for the Windows command prompt, `text` for what no shell runs. */
function executorLanguage(executor: string): string {
	if (executor === "command_prompt") return "cmd";
	return executor === "" || executor === "manual" ? "text" : executor;
}

/** Writes commands verbatim in a fence of their executor's language. */
export function writeCommands(commands: string, executor: string): string {
	return fenceCode(commands, executorLanguage(executor));
}

/**
 * Writes manual steps as a numbered list: upstream's own list where it has one, else one item a paragraph.
 *
 * Lines indented by four spaces or more are code there, and stay verbatim in a fence inside their step.
 */
export function writeSteps(steps: string, source: ProseSource): string {
	const spaced = steps.replaceAll("\r", "").replace(/^( {0,3}\d{1,3})\.(?=[^\s\d])/gm, "$1. ");
	const hasList = /^ {0,3}(?:\d{1,3}[.)]|[-*+])[ \t]/m.test(spaced);
	let number = 0;
	return splitCode(spaced)
		.map(({ code, text }) => {
			if (code) return indent(fenceCode(outdent(text), "text"));
			const prose = writeProse(text, source);
			if (hasList) return prose;
			const paragraphs = prose.split(/\n{2,}/).filter((paragraph) => paragraph !== "");
			return paragraphs
				.map((paragraph) => `${++number}. ${paragraph.replaceAll("\n", "\n   ")}`)
				.join("\n");
		})
		.filter((part) => part !== "")
		.join("\n\n");
}

/** Divides steps into prose and indented code; code starts behind an empty line and ends before a line that is not indented. */
function splitCode(text: string): { code: boolean; text: string }[] {
	const parts: { code: boolean; lines: string[] }[] = [];
	let wasEmpty = true;
	for (const line of text.split("\n")) {
		const isEmpty = line.trim() === "";
		const last = parts.at(-1);
		const isIndented = /^(?: {4}|\t)/.test(line);
		const code = isEmpty ? last?.code === true : isIndented && (wasEmpty || last?.code === true);
		if (last?.code === code) last.lines.push(line);
		else parts.push({ code, lines: [line] });
		wasEmpty = isEmpty;
	}
	return parts.map(({ code, lines }) => ({ code, text: lines.join("\n") }));
}

function outdent(code: string): string {
	const lines = code.trimEnd().split("\n");
	const depth = lines.reduce(
		(least, line) =>
			line.trim() === "" ? least : Math.min(least, line.length - line.trimStart().length),
		Infinity,
	);
	return lines.map((line) => line.slice(depth)).join("\n");
}

function indent(text: string): string {
	return text
		.split("\n")
		.map((line) => (line === "" ? "" : `   ${line}`))
		.join("\n");
}
