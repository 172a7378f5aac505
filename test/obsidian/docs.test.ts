import type { SettingDefinitionItem } from "obsidian";
import { describe, expect, it } from "vitest";
import { boldIn, codesIn, firstCells, readText, sectionOf } from "../support/read-docs";
import { hostOf } from "../support/obsidian/host";
import { startPlugin } from "./support/plugin";

const page = readText("docs/settings.md");
const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

function* namesOf(items: readonly SettingDefinitionItem[]): Generator<string> {
	for (const item of items) {
		if ("items" in item && item.type === "group") yield* namesOf(item.items);
		else if ("type" in item && item.type === "list") yield item.heading ?? "";
		else if ("name" in item && "control" in item && typeof item.name === "string") yield item.name;
	}
}

describe("the page about commands and settings", () => {
	it("has each command, and no other", async () => {
		const app = await startPlugin();
		const commands = hostOf(app).commands;
		const names = [...commands.values()].map(({ name }) => name.replace(/^Detection Vault: /, ""));
		expect(
			sorted(boldIn(sectionOf(page, "Commands")).filter((name) => name !== "Hotkeys")),
		).toEqual(sorted(names));
	});

	it("no command of which has a key of its own", async () => {
		const app = await startPlugin();
		const withKeys = [...hostOf(app).commands.values()].filter(({ hotkeys }) => hotkeys?.length);
		expect(withKeys).toEqual([]);
	});

	it("has each setting, and no other", async () => {
		const app = await startPlugin();
		const [tab] = hostOf(app).settingTabs.values();
		const items = tab?.getSettingDefinitions() ?? [];
		const documented = firstCells(sectionOf(page, "Settings")).flatMap(boldIn);
		expect(sorted(documented)).toEqual(sorted(namesOf(items)));
	});
});

describe("the page about importing", () => {
	it("has each command of Obsidian's own command line", async () => {
		const app = await startPlugin();
		const named = firstCells(sectionOf(readText("docs/importing.md"), "Obsidian's command line"));
		expect(sorted(named.flatMap(codesIn))).toEqual(sorted(hostOf(app).cliHandlers.keys()));
	});
});
