import type { Plugin } from "obsidian";
import { createTableMemories } from "../views/table/table-memory";
import type { TableMemories } from "../views/table/table-memory";

/** Keeps what a person does to tables for as long as their note is open in some tab. */
export function rememberTables(plugin: Plugin): TableMemories {
	const memories = createTableMemories();
	const { workspace } = plugin.app;
	const forget = (): void => {
		// A tab that was not looked at yet has no view, and still a file.
		const open = workspace
			.getLeavesOfType("markdown")
			.map((leaf) => leaf.getViewState().state?.["file"])
			.filter((path) => typeof path === "string");
		memories.keepOnly(new Set(open));
	};
	plugin.registerEvent(workspace.on("layout-change", forget));
	plugin.registerEvent(workspace.on("file-open", forget));
	return memories;
}
