import type {
	App,
	Component,
	MarkdownPostProcessorContext,
	MarkdownRenderChild,
	MarkdownSectionInformation,
} from "obsidian";
import { getFrontMatterInfo, MarkdownRenderer } from "obsidian-test-mocks/obsidian";
import { guard, hostOf } from "./host";
import { toNodes } from "./markdown-dom";
import { createParser, renderBlocks } from "./markdown-parser";

const parser = createParser();
let documents = 0;

interface Target {
	readonly app: App;
	readonly sourcePath: string;
	readonly component: Component;
}

async function postProcess(
	el: HTMLElement,
	{ app, sourcePath, component }: Target,
	section: MarkdownSectionInformation | null,
	docId: string,
): Promise<void> {
	const context: MarkdownPostProcessorContext = {
		docId,
		sourcePath,
		frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
		addChild: (child: MarkdownRenderChild) => {
			component.addChild(child);
		},
		getSectionInfo: () => section,
	};
	const processors = [...hostOf(app).postProcessors];
	processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
	// All are called before any promise is waited for.
	await Promise.all(processors.map((process) => guard(app, () => process(el, context))));
}

const nextDocument = (): string => `document-${String((documents += 1))}`;

/** What `MarkdownRenderer.render` does: all blocks straight into `el`, then the processors. */
async function renderMarkdown(text: string, el: HTMLElement, target: Target): Promise<void> {
	for (const { html } of renderBlocks(parser, text)) el.append(toNodes(html));
	await postProcess(el, target, null, nextDocument());
}

function drawProperties(frontmatter: Record<string, unknown>, parent: HTMLElement): void {
	const container = parent.createDiv({ cls: "metadata-container" });
	container.createDiv({ cls: "metadata-properties-title", text: "Properties" });
	const list = container.createDiv({ cls: "metadata-properties" });
	for (const [key, value] of Object.entries(frontmatter)) {
		const row = list.createDiv({ cls: "metadata-property" });
		row.dataset["propertyKey"] = key;
		row.createDiv({ cls: "metadata-property-key", text: key });
		const cell = row.createDiv({ cls: "metadata-property-value" });
		const items: unknown[] = Array.isArray(value) ? value : [value];
		for (const item of items) {
			const text = typeof item === "string" ? item : JSON.stringify(item);
			cell.createSpan({ cls: Array.isArray(value) ? "multi-select-pill" : "", text });
		}
	}
}

/** What the reading view shows of a note: one element per block, each given to the processors. */
export async function renderNote(text: string, parent: HTMLElement, target: Target): Promise<void> {
	const { contentStart } = getFrontMatterInfo(text);
	const firstLine = text.slice(0, contentStart).split("\n").length - 1;
	const docId = nextDocument();
	const { app, sourcePath } = target;
	const frontmatter = app.metadataCache.getCache(sourcePath)?.frontmatter;
	if (frontmatter !== undefined) {
		drawProperties(frontmatter, parent.createDiv({ cls: "mod-header mod-ui" }));
	}
	const waiting: Promise<void>[] = [];
	for (const { html, name, from, to } of renderBlocks(parser, text.slice(contentStart))) {
		const el = parent.createDiv({ cls: `el-${name}` });
		el.append(toNodes(html));
		const section = { text, lineStart: firstLine + from, lineEnd: firstLine + to - 1 };
		waiting.push(postProcess(el, target, section, docId));
	}
	await Promise.all(waiting);
	for (const link of Array.from(parent.querySelectorAll("a.internal-link"))) {
		const linkpath = (link.getAttribute("data-href") ?? "").replace(/#.*$/, "");
		const isThere =
			linkpath === "" || app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath) !== null;
		link.classList.toggle("is-unresolved", !isThere);
	}
}

/** Makes the renderer render, and run code block processors and post-processors. */
export function installMarkdown(): void {
	Object.assign(MarkdownRenderer, {
		render: (app: App, text: string, el: HTMLElement, sourcePath: string, component: Component) =>
			renderMarkdown(text, el, { app, sourcePath, component }),
		renderMarkdown: (text: string, el: HTMLElement, sourcePath: string, component: Component) => {
			const { app } = window as unknown as { app: App };
			return renderMarkdown(text, el, { app, sourcePath, component });
		},
	});
}
