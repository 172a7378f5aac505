/** Something that is on or off, with its name. */
export function Switch(props: {
	readonly label: string;
	readonly isOn: boolean;
	readonly onChange: (isOn: boolean) => void;
}) {
	return (
		<label class="detection-vault-switch">
			<input
				type="checkbox"
				checked={props.isOn}
				onChange={(event) => props.onChange(event.currentTarget.checked)}
			/>
			<span>{props.label}</span>
		</label>
	);
}
