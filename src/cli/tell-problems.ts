import type { Problem } from "../core/model/problem";
import type { Streams } from "./command";
import { plainLine } from "./plain-line";

/**
 * Writes problems to standard error, a line each, with the file and line that they are in. Gives whether there is none that is more than
 * good to know.
 */
export function tellProblems(problems: readonly Problem[], { err }: Pick<Streams, "err">): boolean {
	for (const { file, line, message } of problems) {
		err(`${plainLine(`${file}${line === null ? "" : `:${line}`}: ${message}`)}\n`);
	}
	return problems.every(({ severity }) => severity === "info");
}
