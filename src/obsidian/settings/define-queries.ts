import type { SettingDefinitionGroup } from "obsidian";
import { DEFAULT_SETTINGS } from "./plugin-settings";
import type { SettingContext } from "./setting-context";

/** How queries in notes are drawn. */
export function defineQueries({ texts }: SettingContext): SettingDefinitionGroup {
	const { heading, drawDataview } = texts.queries;
	return {
		type: "group",
		heading,
		items: [
			{
				name: drawDataview.name,
				desc: drawDataview.desc,
				control: {
					type: "toggle",
					key: "drawDataviewBlocks",
					defaultValue: DEFAULT_SETTINGS.drawDataviewBlocks,
				},
			},
		],
	};
}
