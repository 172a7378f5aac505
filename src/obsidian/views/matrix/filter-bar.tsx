import { useMemo } from "preact/hooks";
import { ATTACK_DOMAINS } from "../../../core/attack/attack-domains";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { LEVELS } from "../../../core/model/rule";
import { Switch } from "../panels/switch";
import { useHost } from "../view-host";
import { ChoiceList } from "./choice-list";
import { listFilterChoices } from "./filter-choices";
import { clearFilters, countFilters } from "./matrix-state";
import type { FilterKey, MatrixState } from "./matrix-state";

const KEYS: readonly FilterKey[] = [
	...(["platforms", "tactics", "dataSources", "vendors", "statuses"] as const),
];

/** What is shown and counted. */
export function FilterBar(props: {
	readonly state: MatrixState;
	readonly records: MatrixRecords;
	readonly onChange: (part: Partial<MatrixState>) => void;
}) {
	const { state, records, onChange } = props;
	const { matrix: texts } = useHost().texts;
	const choices = useMemo(
		() => listFilterChoices(records, state.domain, texts),
		[records, state.domain, texts],
	);
	return (
		<div class="detection-vault-matrix-toolbar is-filters">
			<Switch
				label={texts.rollUp}
				isOn={state.isRolledUp}
				onChange={(isRolledUp) => onChange({ isRolledUp })}
			/>
			<Switch
				label={texts.onlyGaps}
				isOn={state.onlyGaps}
				onChange={(onlyGaps) => onChange({ onlyGaps })}
			/>
			<Switch
				label={texts.hideOthers}
				isOn={state.hidesOthers}
				onChange={(hidesOthers) => onChange({ hidesOthers })}
			/>
			{KEYS.map((key) => (
				<ChoiceList
					key={key}
					label={texts[key]}
					choices={choices[key]}
					chosen={state[key]}
					onChange={(chosen) => onChange({ [key]: chosen })}
				/>
			))}
			<label class="detection-vault-matrix-select">
				<span>{texts.leastLevel}</span>
				<select
					class="dropdown"
					value={state.leastLevel}
					onChange={(event) => onChange({ leastLevel: event.currentTarget.value })}
				>
					<option value="">{texts.anyLevel}</option>
					{LEVELS.map((level) => (
						<option key={level} value={level}>
							{level}
						</option>
					))}
				</select>
			</label>
			{countFilters(state) > 0 ? (
				<button type="button" onClick={() => onChange(clearFilters(state))}>
					{texts.clear}
				</button>
			) : null}
		</div>
	);
}

/** Chooses the domain, where the vault has several. */
export function DomainSelect(props: {
	readonly state: MatrixState;
	readonly records: MatrixRecords;
	readonly onChange: (part: Partial<MatrixState>) => void;
}) {
	const { state, records, onChange } = props;
	const { matrix: texts } = useHost().texts;
	const { tactics } = records.attack;
	const domains = ATTACK_DOMAINS.filter((domain) =>
		tactics.some((tactic) => tactic.domain === domain),
	);
	if (domains.length < 2) return null;
	return (
		<label class="detection-vault-matrix-select">
			<span>{texts.domain}</span>
			<select
				class="dropdown"
				value={state.domain}
				onChange={(event) => {
					const domain = domains.find((each) => each === event.currentTarget.value);
					if (domain !== undefined) onChange({ domain, tactics: [] });
				}}
			>
				{domains.map((domain) => (
					<option key={domain} value={domain}>
						{texts.domains[domain]}
					</option>
				))}
			</select>
		</label>
	);
}
