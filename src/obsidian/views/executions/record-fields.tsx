import type { LabInput } from "../../../core/executions/read-lab-inputs";
import type { KnownTest } from "../../../core/executions/test-index";
import { OUTCOMES, RUN_STATES } from "../../../core/model/execution";
import type { Texts } from "../../text/en";
import { ChoiceField, Field, TextField } from "./fields";
import type { Answer, RunForm } from "./run-form";

type Words = Texts["executions"]["record"];

/** The test; the form is of one of several. */
export function TestField(props: {
	readonly tests: readonly KnownTest[];
	readonly index: number;
	readonly words: Words;
	readonly onChange: (index: number) => void;
}) {
	const { tests, index, words, onChange } = props;
	const test = tests[index];
	return (
		<Field
			label={words.test}
			hint={`${test?.technique ?? ""} · ${test?.test.guid ?? ""} · ${test?.test.platforms.join(", ") ?? ""}`}
		>
			{(id) => (
				<select
					id={id}
					class="dropdown"
					value={String(index)}
					onChange={(event) => onChange(Number(event.currentTarget.value))}
				>
					{tests.map(({ technique, test: { guid, name } }, place) => (
						<option key={place} value={String(place)}>
							{`${technique ?? ""} ${name ?? guid}`}
						</option>
					))}
				</select>
			)}
		</Field>
	);
}

interface FormProps {
	readonly form: RunForm;
	readonly change: (part: Partial<RunForm>) => void;
	readonly words: Words;
}

/** When, where and by whom. */
export function RunFields({
	form,
	change,
	words,
	campaigns,
}: FormProps & { readonly campaigns: readonly string[] }) {
	const text = (key: "operator" | "host" | "target" | "user") => (
		<TextField
			label={words[key]}
			value={form[key]}
			onChange={(value) => change({ [key]: value })}
		/>
	);
	return (
		<>
			<h3>{words.run}</h3>
			<div class="detection-vault-run-fields">
				<TimeField label={words.started} name="started" form={form} change={change} />
				<TimeField label={words.stopped} name="stopped" form={form} change={change} />
				{text("operator")}
				{text("host")}
				{text("target")}
				{text("user")}
				<TextField
					label={words.campaign}
					value={form.campaign}
					list={campaigns}
					onChange={(campaign) => change({ campaign })}
				/>
			</div>
			<p class="detection-vault-hint">{words.localTime}</p>
		</>
	);
}

function TimeField(
	props: Omit<FormProps, "words"> & {
		readonly label: string;
		readonly name: "started" | "stopped";
	},
) {
	const { label, name, form, change } = props;
	return (
		<Field label={label}>
			{(id) => (
				<input
					id={id}
					type="datetime-local"
					step="1"
					value={form[name]}
					onInput={(event) => change({ [name]: event.currentTarget.value })}
				/>
			)}
		</Field>
	);
}

/** What came of it. */
export function ResultFields({ form, change, words }: FormProps) {
	const answers: readonly (readonly [Answer, string])[] = [
		["", words.unknown],
		["yes", words.yes],
		["no", words.no],
	];
	const ask = (label: string, key: "activityLogged" | "alertTriggered" | "cleanupDone") => (
		<ChoiceField
			label={label}
			value={form[key]}
			words={answers}
			onChange={(answer) => change({ [key]: answer })}
		/>
	);
	return (
		<>
			<h3>{words.result}</h3>
			<div class="detection-vault-run-fields">
				<ChoiceField
					label={words.ran}
					value={form.ran}
					words={RUN_STATES.map((state) => [state, words.states[state]] as const)}
					onChange={(ran) => change({ ran })}
				/>
				<ChoiceField
					label={words.outcome}
					value={form.outcome}
					words={OUTCOMES.map((outcome) => [outcome, words.outcomes[outcome]] as const)}
					onChange={(outcome) => change({ outcome })}
				/>
				{ask(words.activityLogged, "activityLogged")}
				{ask(words.alertTriggered, "alertTriggered")}
				<TextField
					label={words.alertSeverity}
					value={form.alertSeverity}
					onChange={(alertSeverity) => change({ alertSeverity })}
				/>
				{ask(words.cleanupDone, "cleanupDone")}
			</div>
		</>
	);
}

/** The inputs of the test, as they were in this run. A secret is shown masked and cannot be typed. */
export function InputFields({
	form,
	change,
	words,
	inputs,
}: FormProps & { readonly inputs: readonly LabInput[] }) {
	if (inputs.length === 0) return null;
	return (
		<>
			<h3>{words.inputs}</h3>
			<p class="detection-vault-hint">{words.inputsHint}</p>
			<div class="detection-vault-run-fields">
				{inputs.map(({ name, value, isSecret }) => (
					<Field key={name} label={name}>
						{(id) => (
							<input
								id={id}
								type="text"
								class="detection-vault-run-input"
								disabled={isSecret}
								value={form.inputs.get(name) ?? value}
								onInput={(event) =>
									change({ inputs: new Map(form.inputs).set(name, event.currentTarget.value) })
								}
							/>
						)}
					</Field>
				))}
			</div>
		</>
	);
}
