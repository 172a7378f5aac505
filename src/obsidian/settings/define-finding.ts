import type { SettingDefinitionGroup } from "obsidian";
import type { Texts } from "../text/en";
import { DEFAULT_SETTINGS } from "./plugin-settings";

/** How techniques are found and linked. */
export function defineFinding(texts: Texts["finding"]["settings"]): SettingDefinitionGroup {
	const { heading, suggest, linkPlainIds } = texts;
	return {
		type: "group",
		heading,
		items: [
			{
				...{ name: suggest.name, desc: suggest.desc },
				control: {
					type: "toggle",
					key: "suggestTechniques",
					defaultValue: DEFAULT_SETTINGS.suggestTechniques,
				},
			},
			{
				...{ name: linkPlainIds.name, desc: linkPlainIds.desc },
				control: {
					type: "toggle",
					key: "linkPlainIds",
					defaultValue: DEFAULT_SETTINGS.linkPlainIds,
				},
			},
		],
	};
}
