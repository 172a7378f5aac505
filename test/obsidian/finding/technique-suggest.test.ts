import type { App, Editor } from "obsidian";
import { MarkdownView } from "obsidian";
import { describe, expect, it } from "vitest";
import type { TechniqueSuggest } from "../../../src/obsidian/finding/technique-suggest";
import { openNote, settle } from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { startTechniqueVault, suggestOf } from "../support/techniques";

interface Typing {
	readonly app: App;
	readonly suggest: TechniqueSuggest;
	readonly editor: Editor;
	/** Ids that are offered once a text is typed; undefined where nothing is. */
	offered(text: string): readonly string[] | undefined;
	choose(text: string, id: string): string;
}

async function startTyping(): Promise<Typing> {
	const app = await startTechniqueVault();
	const { view } = await openNote(app, "Empty.md");
	if (!(view instanceof MarkdownView) || view.file === null) throw new Error("no note");
	const { editor, file } = view;
	const suggest = suggestOf(app);
	const trigger = (text: string) => {
		editor.setValue(text);
		const lines = text.split("\n");
		const cursor = { line: lines.length - 1, ch: lines.at(-1)?.length ?? 0 };
		const info = suggest.onTrigger(cursor, editor);
		return info === null ? undefined : { ...info, editor, file };
	};
	const offers = (text: string) => {
		const context = trigger(text);
		suggest.context = context ?? null;
		return context && suggest.getSuggestions(context);
	};
	return {
		...{ app, suggest, editor },
		offered: (text) => offers(text)?.map(({ id }) => id),
		choose(text, id) {
			const technique = offers(text)?.find((one) => one.id === id);
			if (technique === undefined) throw new Error(`${id} is not offered`);
			suggest.selectSuggestion(technique);
			return editor.getValue();
		},
	};
}

describe("suggestions while typing", () => {
	it("offer the techniques whose id starts as typed, in any case, if they have a note", async () => {
		const { offered } = await startTyping();
		expect(offered("see T1021")).toEqual(["T1021", "T1021.001", "T1021.004", "T1021.005"]);
		expect(offered("see t1021.0")).toEqual(["T1021.001", "T1021.004", "T1021.005"]);
		expect(offered("(t1021 ss")).toEqual(["T1021.004"]);
		expect(offered("t1021 ")).toContain("T1021.004");
		expect(offered("t1021 remote ser")).toEqual(["T1021"]);
		expect(offered("T1021 is")).toEqual([]);
		expect(offered("T1059")).toEqual([]);
	});

	it.each([
		"plain text",
		"fooT1021",
		"`T1021",
		"[[T1021",
		"[text](Techniques/T1021",
		"https://attack.mitre.org/techniques/T1021",
		"---\ntechniques: T1021",
		"```\nT1021",
		"~~~~\n```\n~~~\nT1021",
	])("offer nothing in %j", async (text) => {
		const { offered } = await startTyping();
		expect(offered(text)).toBeUndefined();
	});

	it("write a link in place of what was typed", async () => {
		const { choose } = await startTyping();
		expect(choose("before\nlike t1021.0", "T1021.004")).toBe("before\nlike [[SSH|T1021.004]]");
		expect(choose("---\nx: 1\n---\n`code` T1021", "T1021.005")).toBe(
			"---\nx: 1\n---\n`code` [[VNC|T1021.005]]",
		);
	});

	it.each([
		"| T1021.004",
		"> | a | T1021.004",
		"a | b\n--- | ---\nc | T1021.004",
		"| a |\n|:-|\n| T1021.004",
	])("write a link whose bar does not cut a row of a table: %j", async (text) => {
		const { choose } = await startTyping();
		const before = text.replace("T1021.004", "");
		expect(choose(text, "T1021.004")).toBe(`${before}[[SSH\\|T1021.004]]`);
	});

	it("write a plain link beside a bar that makes no table", async () => {
		const { choose } = await startTyping();
		expect(choose("this | that T1021.004", "T1021.004")).toBe("this | that [[SSH|T1021.004]]");
	});

	it("can be switched off", async () => {
		const { app, offered } = await startTyping();
		const tab = openSettingsTab(app, "detection-vault");
		const item = Array.from(tab.querySelectorAll<HTMLElement>(".setting-item")).find((one) =>
			one.textContent.includes("Suggest techniques while typing"),
		);
		item?.querySelector<HTMLElement>(".checkbox-container")?.click();
		await settle(app);
		expect(offered("T1021")).toBeUndefined();
	});
});
