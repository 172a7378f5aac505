import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A control with its label above it. */
export function Field(props: {
	readonly label: string;
	readonly hint?: string;
	/** Draws the control with the id that the label points to. */
	readonly children: (id: string) => ComponentChildren;
}) {
	const id = useId();
	return (
		<div class="detection-vault-run-field">
			<label for={id}>{props.label}</label>
			{props.children(id)}
			{props.hint === undefined ? null : <span class="detection-vault-hint">{props.hint}</span>}
		</div>
	);
}

/** A line of text. */
export function TextField(props: {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly placeholder?: string;
	readonly list?: readonly string[];
}) {
	const ownId = useId();
	const listId = props.list === undefined ? undefined : ownId;
	const control = (id: string) => (
		<>
			<input
				id={id}
				type="text"
				value={props.value}
				placeholder={props.placeholder}
				list={listId}
				onInput={(event) => props.onChange(event.currentTarget.value)}
			/>
			{listId === undefined ? null : (
				<datalist id={listId}>
					{props.list?.map((item) => (
						<option key={item} value={item} />
					))}
				</datalist>
			)}
		</>
	);
	return <Field label={props.label}>{control}</Field>;
}

/** One of several words. */
export function ChoiceField<T extends string>(props: {
	readonly label: string;
	readonly value: T;
	readonly words: readonly (readonly [value: T, word: string])[];
	readonly onChange: (value: T) => void;
}) {
	return <Field label={props.label}>{(id) => <Choice {...props} id={id} />}</Field>;
}

/** The same without a label to see: `label` is for screen readers. */
export function Choice<T extends string>(props: {
	readonly label: string;
	readonly id?: string;
	readonly value: T;
	readonly words: readonly (readonly [value: T, word: string])[];
	readonly onChange: (value: T) => void;
}) {
	return (
		<select
			class="dropdown"
			id={props.id}
			aria-label={props.label}
			value={props.value}
			onChange={(event) => {
				const chosen = props.words.find(([value]) => value === event.currentTarget.value);
				if (chosen !== undefined) props.onChange(chosen[0]);
			}}
		>
			{props.words.map(([value, word]) => (
				<option key={value} value={value}>
					{word}
				</option>
			))}
		</select>
	);
}

/** A text of several lines. */
export function LongField(props: {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
}) {
	return (
		<Field label={props.label}>
			{(id) => (
				<textarea
					id={id}
					rows={3}
					value={props.value}
					onInput={(event) => props.onChange(event.currentTarget.value)}
				/>
			)}
		</Field>
	);
}
