import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import type { Theme, Workbench } from "./workbench";

const axe = resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js");

async function loadAxe(page: Page): Promise<void> {
	if (await page.evaluate(() => "axe" in window)) return;
	await page.evaluate(await readFile(axe, "utf8"));
	// A colour that fades from one theme to the other is neither's.
	await page.addStyleTag({ content: "* { transition: none !important; }" });
}

/** Gives what axe-core finds wrong with the plugin's own elements, a line each; what the host drew around them is the host's. */
function findFaults(page: Page, within: string): Promise<readonly string[]> {
	return page.evaluate(async (root) => {
		const { axe: checker } = window as unknown as {
			axe: { run(context: string, options: object): Promise<AxeResults> };
		};
		const { violations } = await checker.run(root, {
			resultTypes: ["violations"],
			// Which part of the window is a landmark is the host's to say.
			rules: { region: { enabled: false } },
		});
		const isOwn = (selector: unknown): boolean =>
			typeof selector === "string" &&
			document.querySelector(selector)?.closest('[class*="detection-vault"]') !== null;
		return violations.flatMap(({ id, nodes }) =>
			nodes
				.filter(({ target }) => isOwn(target[0]))
				.map(({ html, failureSummary = "" }) =>
					[id, html.slice(0, 160), failureSummary.replace(/\s+/g, " ").slice(0, 240)].join(" | "),
				),
		);
	}, within);
}

/** How a page is looked at: its width in pixels, and the theme. */
type Look = readonly [width: number, theme: Theme];

/** Each width in each theme. */
const ALL_LOOKS: readonly Look[] = [
	[400, "light"],
	[400, "dark"],
	[1600, "light"],
	[1600, "dark"],
];

/** Each width and each theme once: for one more part of a view that was looked at in all ways. */
export const FEW_LOOKS: readonly Look[] = [
	[400, "light"],
	[1600, "dark"],
];

/** Checks the page, or what a selector finds in it, as it stands; gives each fault once, with where it was seen. */
export async function checkAccessibility(
	bench: Workbench,
	within = "html",
	looks = ALL_LOOKS,
): Promise<readonly string[]> {
	await loadAxe(bench.page);
	const seen = new Map<string, string[]>();
	for (const [width, theme] of looks) {
		await bench.setWidth(width);
		await bench.setTheme(theme);
		await bench.page.evaluate(
			() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
		);
		for (const fault of await findFaults(bench.page, within))
			seen.set(fault, [...(seen.get(fault) ?? []), `${width} ${theme}`]);
	}
	await bench.setWidth(1600);
	await bench.setTheme("light");
	return [...seen].map(([fault, where]) => `${fault} (${where.join(", ")})`);
}
