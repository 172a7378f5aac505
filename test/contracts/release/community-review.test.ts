import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readText } from "../../support/read-docs";

const manifest = JSON.parse(readText("manifest.json")) as Record<string, unknown>;
const styles = readText("styles.css").replace(/\/\*[\s\S]*?\*\//g, "");
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((path) => /\.tsx?$/.test(path))
	.map((path) => [path, readText(`src/${path}`)] as const);

/** Files whose text holds what a pattern matches. */
const filesWith = (pattern: RegExp): readonly string[] =>
	sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);

describe("what the community review looks at", () => {
	test("the manifest has known keys, and a description in plain letters", () => {
		const { id, name, description, minAppVersion, ...others } = manifest;
		expect([id, name, minAppVersion]).toEqual(["detection-vault", "Detection Vault", "1.13.0"]);
		expect(Object.keys(others).sort()).toEqual(["author", "isDesktopOnly", "version"]);
		expect(description).toMatch(/^[A-Z][A-Za-z0-9 .,!?'"-]{8,248}\.$/);
		expect(description).not.toMatch(/obsidian|plugin/i);
	});

	test.each([
		["raw HTML", /\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/],
		["logs", /console\.(?:log|debug|info)\(/],
		["evaluation", /\bnew Function\b|[^.\w`]eval\(/],
		["look-behind", /\(\?<[=!]/],
		["keys of its own", /\bhotkeys:/],
		["the global app", /\b(?:window|globalThis)\.app\b/],
		["style sheets made by code", /createElement\("(?:style|link)"\)|createEl\("(?:style|link)"/],
		["leaves taken away on unload", /detachLeavesOfType/],
		[
			"requests past Obsidian",
			/[^.\w]fetch\(|(?:window|globalThis)\.fetch|XMLHttpRequest|WebSocket|sendBeacon/,
		],
	])("the source has no %s", (_, pattern) => {
		expect(filesWith(pattern)).toEqual([]);
	});

	test("the styles have no colours of their own, and reach nothing but the plugin", () => {
		expect(styles).not.toMatch(/:has\(|!important|@import|url\(/);
		expect(
			styles.match(/#[0-9a-f]{3,8}\b(?=[^{}]*;)|\bhsla?\(\s*\d|\brgba?\(\s*\d/gi) ?? [],
		).toEqual([]);
		const heads = styles.split("{").map((part) => part.split(/[;}]/).at(-1)?.trim() ?? "");
		const isOurs = /detection-vault|^@(?:media|container|supports)\b|^(?:from|to|[\d.]+%)$/;
		expect(heads.filter((head) => head !== "" && !isOurs.test(head))).toEqual([]);
		expect(styles).toContain("prefers-reduced-motion");
	});

	test("the README has what it is asked for", () => {
		const readme = readText("README.md");
		for (const heading of ["Install", "What it writes", "Disclosures", "Attribution"]) {
			expect(readme).toContain(`\n## ${heading}\n`);
		}
		expect(readText("LICENSE")).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
	});
});
