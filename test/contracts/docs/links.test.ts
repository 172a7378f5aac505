import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { listPages, readText } from "../../support/read-docs";

const PAGES = ["README.md", "CONTRIBUTING.md", ...listPages(), "docs/decisions/README.md"];

/** The anchors that a page's headings get where it is read. */
const anchorsOf = (path: string): readonly string[] =>
	[...readText(path).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, "")
			.replaceAll(" ", "-"),
	);

const linksOf = (path: string): readonly string[] =>
	[...readText(path).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = ""]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));

describe("the documentation", () => {
	test.each(PAGES)("%s has no link that leads nowhere", (path) => {
		const broken = linksOf(path).filter((target) => {
			const [file = "", anchor] = target.split("#");
			const to = file === "" ? path : normalize(join(dirname(path), decodeURIComponent(file)));
			if (!existsSync(to)) return true;
			return anchor !== undefined && !anchorsOf(to).includes(anchor);
		});
		expect(broken).toEqual([]);
	});

	test("shows every image that there is", () => {
		const shown = PAGES.flatMap((path) =>
			linksOf(path).map((target) => normalize(join(dirname(path), target))),
		);
		const images = readdirSync("docs/images").map((name) => `docs/images/${name}`);
		expect(images.filter((path) => !shown.includes(path))).toEqual([]);
	});

	test("has an index of all its pages", () => {
		const listed = linksOf("docs/README.md").map((target) => `docs/${target.split("#")[0] ?? ""}`);
		expect(listPages().filter((path) => !listed.includes(path))).toEqual(["docs/README.md"]);
	});
});
