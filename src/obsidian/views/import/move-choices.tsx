import { useState } from "preact/hooks";
import type { PlannedMove } from "../../../core/ingest/import-plan";
import { useImport } from "./import-host";

/** Asks which technique replaces one in whose place ATT&CK has several; the plan is made again with the answers. */
export function MoveChoices({ moves }: { readonly moves: readonly PlannedMove[] }) {
	const { session, texts } = useImport();
	const { title, hint, apply } = texts.plan.moves;
	const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
	if (moves.length === 0) return null;
	const isNew = [...answers].some(
		([id, answer]) => answer !== (moves.find((move) => move.id === id)?.answer ?? ""),
	);
	return (
		<fieldset class="detection-vault-moves">
			<legend>{title}</legend>
			<p class="detection-vault-hint">{hint}</p>
			{moves.map((move) => (
				<MoveChoice
					key={move.id}
					move={move}
					answer={answers.get(move.id) ?? move.answer ?? ""}
					onChoose={(successor) => setAnswers(new Map([...answers, [move.id, successor]]))}
				/>
			))}
			<button
				type="button"
				disabled={!isNew}
				onClick={() =>
					void session.answer(new Map([...answers].filter(([, answer]) => answer !== "")))
				}
			>
				{apply}
			</button>
		</fieldset>
	);
}

function MoveChoice(props: {
	readonly move: PlannedMove;
	readonly answer: string;
	readonly onChoose: (successor: string) => void;
}) {
	const { id, name, choices, answer: known } = props.move;
	const { moves } = useImport().texts.plan;
	const technique = `${id} ${name}`;
	return (
		<label class="detection-vault-move">
			<span>{technique}</span>
			<select
				class="dropdown"
				aria-label={moves.label(technique)}
				value={props.answer}
				onChange={(event) => props.onChoose(event.currentTarget.value)}
			>
				{known === null ? <option value="">{moves.choose}</option> : null}
				{choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{`${choice.id} ${choice.name}`}
					</option>
				))}
			</select>
		</label>
	);
}
