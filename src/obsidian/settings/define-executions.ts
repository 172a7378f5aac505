import type { SettingDefinitionGroup } from "obsidian";
import { STALE_AFTER_DAYS } from "../../core/executions/run-summary";
import { readDays } from "../../core/model/read-stale-days";
import type { Texts } from "../text/en";

/** Who records test runs, and when these are stale. */
export function defineExecutions(texts: Texts["executions"]["settings"]): SettingDefinitionGroup {
	const { heading, operator, staleAfter } = texts;
	return {
		type: "group",
		heading,
		items: [
			{
				...{ name: operator.name, desc: operator.desc },
				control: {
					type: "text",
					key: "operator",
					defaultValue: "",
					placeholder: operator.placeholder,
				},
			},
			{
				...{ name: staleAfter.name, desc: staleAfter.desc },
				control: {
					type: "text",
					key: "staleAfterDays",
					defaultValue: String(STALE_AFTER_DAYS),
					placeholder: String(STALE_AFTER_DAYS),
					validate: (value) => (readDays(value) === undefined ? staleAfter.problem : undefined),
				},
			},
		],
	};
}
