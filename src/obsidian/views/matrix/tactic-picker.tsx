import type { RefObject } from "preact";
import type { Matrix } from "../../../core/matrix/matrix";
import { useHost } from "../view-host";

/** Brings a tactic into sight where there is no room for all. */
export function TacticPicker(props: {
	readonly matrix: Matrix;
	readonly scroller: RefObject<HTMLElement | null>;
}) {
	const { matrix: texts } = useHost().texts;
	const show = (tactic: string): void => {
		const frame = props.scroller.current;
		const head = Array.from(frame?.querySelectorAll<HTMLElement>("[data-tactic]") ?? []).find(
			(element) => element.dataset["tactic"] === tactic,
		);
		if (frame !== null && head !== undefined) frame.scrollTo({ left: head.offsetLeft, top: 0 });
	};
	return (
		<label class="detection-vault-matrix-select detection-vault-matrix-picker">
			<span>{texts.goToTactic}</span>
			<select class="dropdown" onChange={(event) => show(event.currentTarget.value)}>
				{props.matrix.columns.map(({ shortName, name, cells }) => (
					<option key={shortName} value={shortName}>
						{texts.tactic(name, cells.filter(({ isShown }) => isShown).length)}
					</option>
				))}
			</select>
		</label>
	);
}
