import type { SettingDefinitionGroup } from "obsidian";
import type { Texts } from "../text/en";

/** How techniques are found and linked. */
export function defineFinding(texts: Texts["finding"]["settings"]): SettingDefinitionGroup {
	const { heading, suggest, linkPlainIds } = texts;
	return {
		type: "group",
		heading,
		items: [
			{
				...{ name: suggest.name, desc: suggest.desc },
				control: { type: "toggle", key: "suggestTechniques", defaultValue: true },
			},
			{
				...{ name: linkPlainIds.name, desc: linkPlainIds.desc },
				control: { type: "toggle", key: "linkPlainIds", defaultValue: false },
			},
		],
	};
}
