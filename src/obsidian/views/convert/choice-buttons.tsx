import { useConvert } from "./convert-host";
import { CHOICES, type Choice } from "./block-choices";

/** Buttons of which one is pressed: what becomes of one block, or of all. */
export function ChoiceButtons(props: {
	readonly label: string;
	readonly chosen: Choice | undefined;
	readonly isPossible: (choice: Choice) => boolean;
	readonly onChoose: (choice: Choice) => void;
}) {
	const { texts } = useConvert();
	return (
		<div class="detection-vault-choose" role="group" aria-label={props.label}>
			{CHOICES.map((choice) => (
				<button
					key={choice}
					type="button"
					aria-pressed={choice === props.chosen}
					disabled={!props.isPossible(choice)}
					onClick={() => props.onChoose(choice)}
				>
					{texts.choices[choice]}
				</button>
			))}
		</div>
	);
}
