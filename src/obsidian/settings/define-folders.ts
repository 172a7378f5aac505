import type { SettingDefinition, SettingDefinitionGroup } from "obsidian";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { FolderSettings } from "../../core/model/settings";
import { checkFolder, FOLDER_KEYS } from "./check-folder";
import type { SettingContext } from "./setting-context";

/** The folders that notes of each kind are written to, and what the home folder starts with. */
export function defineFolders({ texts, store, actions }: SettingContext): SettingDefinitionGroup {
	const validate = (key: keyof FolderSettings, value: string): string | undefined => {
		const problem = checkFolder(store.current().folders, key, value);
		if (problem === undefined) return undefined;
		if (problem.kind === "same" || problem.kind === "inside") {
			return texts.problems[problem.kind](texts.folders[problem.other].name);
		}
		return texts.problems[problem.kind];
	};
	return {
		type: "group",
		heading: texts.folders.heading,
		items: [
			...FOLDER_KEYS.map((key): SettingDefinition => ({
				name: texts.folders[key].name,
				desc: texts.folders[key].desc,
				control: {
					type: "folder",
					key: `folders.${key}`,
					defaultValue: DEFAULT_FOLDERS[key],
					placeholder: DEFAULT_FOLDERS[key],
					validate: (value) => validate(key, value),
				},
			})),
			{
				name: texts.folders.dashboards.name,
				desc: texts.folders.dashboards.desc,
				render: (setting) => {
					setting.addButton((button) =>
						button.setButtonText(texts.folders.dashboards.button).onClick(actions.addDashboards),
					);
				},
			},
		],
	};
}
