import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { buildBundle } from "../../scripts/build.mjs";
import { grayMatter } from "../../scripts/bundle/gray-matter.mjs";

const root = resolve(import.meta.dirname, "../..");

describe("the built bundles", () => {
	it.each(["plugin", "cli"] as const)("come out the same each time: %s", async (kind) => {
		const { file } = await buildBundle(kind);
		const first = await readFile(resolve(root, file), "utf8");
		await buildBundle(kind);
		expect(await readFile(resolve(root, file), "utf8")).toBe(first);
		expect(first).not.toContain(root);
	});

	it("read front matter without what gray-matter takes from node", async () => {
		const source = `
			import matter from "gray-matter";
			const engines = { yaml: { parse: (text) => ({ text }) } };
			const read = (text) => {
				try { return matter(text, { engines }).data; } catch (error) { return String(error); }
			};
			console.log(JSON.stringify(["---\\na: 1\\n---\\nx", "---js\\n{ a: 1 }\\n---\\nx"].map(read)));
		`;
		const result = await build({
			stdin: { contents: source, resolveDir: root },
			bundle: true,
			write: false,
			platform: "browser",
			plugins: [grayMatter],
		});
		const code = result.outputFiles[0]?.text ?? "";
		expect(code).not.toMatch(/\beval\(|js-yaml/);
		const output = execFileSync(process.execPath, ["-"], { input: code, encoding: "utf8" });
		const [yaml, script] = JSON.parse(output) as [unknown, unknown];
		expect(yaml).toEqual({ text: "\na: 1" });
		expect(script).toContain('"js" is not registered');
	});
});
