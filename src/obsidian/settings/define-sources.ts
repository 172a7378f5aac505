import type { SettingDefinitionItem } from "obsidian";
import { formatDay } from "../text/dates";
import type { SettingContext } from "./setting-context";

/** A version as MITRE writes them: `19`, `19.1`. */
const VERSION = /^\d{1,3}(?:\.\d{1,3}){0,2}$/;

/** The import, and what it took in so far. */
export function defineSources(context: SettingContext): SettingDefinitionItem[] {
	const { texts, kinds, language, store, actions, update } = context;
	const { sources } = store.current();
	const { attackVersion, import: start } = texts.sources;
	return [
		{
			type: "group",
			heading: texts.sources.heading,
			items: [
				{
					name: start.name,
					desc: start.desc,
					render: (setting) => {
						setting.addButton((button) =>
							button
								.setButtonText(texts.sources.importButton)
								.setCta()
								.onClick(actions.importSources),
						);
					},
				},
				{
					name: attackVersion.name,
					desc: attackVersion.desc,
					control: {
						type: "text",
						key: "attackVersion",
						defaultValue: "",
						placeholder: attackVersion.placeholder,
						validate: (value) =>
							value.trim() === "" || VERSION.test(value.trim()) ? undefined : attackVersion.problem,
					},
				},
			],
		},
		{
			type: "list",
			heading: texts.sources.remembered,
			emptyState: texts.sources.nothing,
			items: sources.map((source) => ({
				name: source.name,
				desc: texts.sources.line(kinds[source.kind].name, formatDay(source.importedAt, language)),
			})),
			onDelete: (index) => {
				const kept = sources.filter((_, place) => place !== index);
				void store.change({ sources: kept }).then(update);
			},
		},
	];
}
