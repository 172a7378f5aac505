import type { UndoResult } from "../../../core/ingest/undo/undo-plan";
import type { Texts } from "../../text/en";

/** How many lines of each list are shown. */
const SHOWN = 100;

/** A list that is nothing to worry about. */
const PLAIN = "detection-vault-problems is-plain";

/** The notes of an undo by what becomes of them; those that are left alone stand open, since they need a look. */
export function UndoLists(props: {
	readonly result: UndoResult;
	readonly texts: Texts["import"]["undo"];
	/** Whether it has happened, or would. */
	readonly isDone: boolean;
}) {
	const { result, texts, isDone } = props;
	const { restored, deleted, refused, problems } = result;
	const plain = (paths: readonly string[]) => paths.map((file) => ({ file, message: "" }));
	return (
		<>
			<Lines
				title={(isDone ? texts.wasRefused : texts.refused)(refused.length)}
				lines={refused.map(({ path, reason }) => ({ file: path, message: texts.reasons[reason] }))}
				more={texts.more}
				open
			/>
			<Lines
				title={(isDone ? texts.wasRestored : texts.restored)(restored.length)}
				lines={plain(restored)}
				more={texts.more}
			/>
			<Lines
				title={(isDone ? texts.wasDeleted : texts.deleted)(deleted.length)}
				lines={plain(deleted)}
				more={texts.more}
			/>
			<Lines
				title={texts.problems(problems.length)}
				lines={problems.map(({ file, message }) => ({ file, message }))}
				more={texts.more}
				open
			/>
		</>
	);
}

function Lines(props: {
	readonly title: string;
	readonly lines: readonly { readonly file: string; readonly message: string }[];
	readonly more: (count: number) => string;
	readonly open?: boolean;
}) {
	const { title, lines, more, open = false } = props;
	if (lines.length === 0) return null;
	return (
		<details class={open ? "detection-vault-problems" : PLAIN} open={open}>
			<summary>{title}</summary>
			<ul>
				{lines.slice(0, SHOWN).map(({ file, message }, index) => (
					<li key={index}>
						<span class="detection-vault-problem-file">{file}</span>
						{message === "" ? null : <span>{message}</span>}
					</li>
				))}
				{lines.length > SHOWN ? <li>{more(lines.length - SHOWN)}</li> : null}
			</ul>
		</details>
	);
}
