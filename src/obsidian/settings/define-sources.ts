import type { SettingDefinitionItem, SettingDefinitionList } from "obsidian";
import { AddSourceModal } from "./add-source-modal";
import { defineSource } from "./define-source";
import type { RememberedSource } from "./remembered-source";
import { isSameSource, moveSource } from "./remembered-source";
import type { SettingContext } from "./setting-context";

/** A version as MITRE writes them: `19`, `19.1`. */
const VERSION = /^\d{1,3}(?:\.\d{1,3}){0,2}$/;

/** The import, and the sources that it remembers. */
export function defineSources(context: SettingContext): SettingDefinitionItem[] {
	const { texts, actions } = context;
	const { attackVersion, import: start, updateAll } = texts.sources;
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
					name: updateAll.name,
					desc: updateAll.desc,
					render: (setting) => {
						setting.addButton((button) =>
							button.setButtonText(updateAll.button).onClick(actions.updateSources),
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
		defineList(context),
	];
}

function defineList(context: SettingContext): SettingDefinitionList {
	const { app, texts, kinds, store, update } = context;
	const { sources } = store.current();
	const change = (next: readonly RememberedSource[]): void => {
		void store.change({ sources: next }).then(update);
	};
	const add = (source: RememberedSource): void => {
		const known = store.current().sources;
		if (!known.some((other) => isSameSource(other, source))) change([...known, source]);
	};
	return {
		type: "list",
		heading: texts.sources.remembered,
		emptyState: texts.sources.nothing,
		items: sources.map((source, index) => defineSource(source, index, context)),
		addItem: {
			name: texts.sources.add.name,
			action: () => new AddSourceModal(app, { texts: texts.sources.add, kinds, add }).open(),
		},
		onReorder: (from, to) => change(moveSource(sources, from, to)),
		onDelete: (index) => change(sources.filter((_, place) => place !== index)),
	};
}
