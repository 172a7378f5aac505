import type { SettingDefinitionGroup } from "obsidian";
import type { SettingContext } from "./setting-context";

/** The index over the vault's notes. */
export function defineIndex({ texts, actions }: SettingContext): SettingDefinitionGroup {
	const { heading, rebuild, rebuildButton } = texts.index;
	return {
		type: "group",
		heading,
		items: [
			{
				name: rebuild.name,
				desc: rebuild.desc,
				render: (setting) => {
					setting.addButton((button) =>
						button.setButtonText(rebuildButton).onClick(actions.rebuildIndex),
					);
				},
			},
		],
	};
}
