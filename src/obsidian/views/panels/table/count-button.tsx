import { useHost } from "../../view-host";

/** A number of rules, or of what `spoken` names, that opens them. */
export function CountButton(props: {
	readonly count: number;
	readonly isOpen: boolean;
	/** The list's id, for screen readers. */
	readonly controls: string;
	/** What is shown, where that is more than the number. */
	readonly label?: string;
	/** What a screen reader says in place of the number. */
	readonly spoken?: string;
	readonly onToggle: () => void;
}) {
	const { texts, language } = useHost();
	const { count, isOpen, label, spoken } = props;
	const shown = label ?? count.toLocaleString(language);
	if (count === 0) return <span class="detection-vault-zero">{shown}</span>;
	return (
		<button
			type="button"
			class="detection-vault-count-button"
			aria-expanded={isOpen}
			aria-controls={isOpen ? props.controls : undefined}
			aria-label={label === undefined ? (spoken ?? texts.panel.openRules(count)) : undefined}
			onClick={props.onToggle}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !isOpen) return;
				event.stopPropagation();
				props.onToggle();
			}}
		>
			{shown}
		</button>
	);
}
