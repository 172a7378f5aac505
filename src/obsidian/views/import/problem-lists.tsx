import type { ImportResult, SkippedFile } from "../../../core/model/import-result";
import type { Problem } from "../../../core/model/problem";
import { useImport } from "./import-host";

/** How many lines of each list the window shows; the report has them all. */
const SHOWN = 100;

/** Rules that are in no source any more, and what could not be read or understood, file by file. */
export function ProblemLists({ result }: { readonly result: ImportResult }) {
	const { done } = useImport().texts;
	return (
		<>
			<Lines
				title={done.gone(result.gone.length)}
				items={result.gone}
				line={({ title, path }) => ({ file: title, message: path })}
			/>
			<Lines
				title={done.skipped(result.skipped.length)}
				items={result.skipped}
				line={skippedLine}
			/>
			<Lines
				title={done.problems(result.problems.length)}
				items={result.problems}
				line={(problem) => problemLine(problem, done.line)}
			/>
		</>
	);
}

function Lines<T>(props: {
	readonly title: string;
	readonly items: readonly T[];
	readonly line: (item: T) => { readonly file: string; readonly message: string };
}) {
	const { done } = useImport().texts;
	if (props.items.length === 0) return null;
	return (
		<details class="detection-vault-problems">
			<summary>{props.title}</summary>
			<ul>
				{props.items.slice(0, SHOWN).map((item, index) => {
					const { file, message } = props.line(item);
					return (
						<li key={index}>
							<span class="detection-vault-problem-file">{file}</span>
							<span>{message}</span>
						</li>
					);
				})}
				{props.items.length > SHOWN ? <li>{done.more(props.items.length - SHOWN)}</li> : null}
			</ul>
		</details>
	);
}

function skippedLine({ file, reason }: SkippedFile) {
	return { file, message: reason };
}

function problemLine(problem: Problem, line: (line: number) => string) {
	const file = problem.line === null ? problem.file : `${problem.file}, ${line(problem.line)}`;
	return { file, message: problem.message };
}
