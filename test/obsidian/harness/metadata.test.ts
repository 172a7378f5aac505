import { describe, expect, it } from "vitest";
import { createApp, settle } from "../../support/obsidian/app";
import { parseMetadata } from "../../support/obsidian/metadata-parser";

describe("the metadata that plugin tests see", () => {
	it("survives properties that are no YAML", () => {
		const cache = parseMetadata("---\ntags: [, broken]\n---\n# Title\n#tag\n");
		expect(cache.frontmatter).toBeUndefined();
		expect(cache.headings?.map(({ heading }) => heading)).toEqual(["Title"]);
		expect(cache.tags?.map(({ tag }) => tag)).toEqual(["#tag"]);
	});

	it("reads tags of any script, and none in code or of digits alone", () => {
		const cache = parseMetadata("#début #2024/q1 #T1021_004 #123 `#code`\n\n```\n#fenced\n```\n");
		expect(cache.tags?.map(({ tag }) => tag)).toEqual(["#début", "#2024/q1", "#T1021_004"]);
	});

	it("names the sections as Obsidian does", () => {
		const text =
			"---\na: 1\n---\n# H\ntext ^id\n\n> [!note] N\n> x\n\n| a |\n| - |\n| 1 |\n\n- x\n\n```js\n\n```\n";
		const cache = parseMetadata(text);
		expect(cache.sections?.map(({ type }) => type)).toEqual([
			"yaml",
			"heading",
			"paragraph",
			"callout",
			"table",
			"list",
			"code",
		]);
		expect(cache.blocks?.["id"]?.position.start).toEqual({ line: 4, col: 0, offset: 17 });
	});

	it("resolves links to notes that come later, wherever they lie", async () => {
		const app = createApp({ files: [{ path: "A.md", data: "[[B#Part|b]] and [c](Sub/C.md)" }] });
		expect(app.metadataCache.unresolvedLinks["A.md"]).toEqual({ B: 1, "Sub/C.md": 1 });
		await app.vault.createFolder("Deep/Sub");
		await app.vault.create("Deep/B.md", "");
		await app.vault.create("Deep/Sub/C.md", "");
		await settle(app);
		expect(app.metadataCache.resolvedLinks["A.md"]).toEqual({
			"Deep/B.md": 1,
			"Deep/Sub/C.md": 1,
		});
		expect(app.metadataCache.getFirstLinkpathDest("b", "A.md")?.path).toBe("Deep/B.md");
	});

	it("tells of a change a moment after the write", async () => {
		const app = createApp();
		const seen: string[] = [];
		app.metadataCache.on("changed", (file) => seen.push(`changed ${file.path}`));
		app.metadataCache.on("resolved", () => seen.push("resolved"));
		const file = await app.vault.create("A.md", "---\nid: 1\n---\n");
		expect(app.metadataCache.getFileCache(file)).toBeNull();
		await settle(app);
		expect(app.metadataCache.getFileCache(file)?.frontmatter).toEqual({ id: 1 });
		expect(seen).toEqual(["changed A.md", "resolved"]);
	});
});
