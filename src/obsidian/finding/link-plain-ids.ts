import { redrawNotes } from "../blocks/redraw-notes";
import type { Plugin } from "obsidian";
import { splitPlainIds } from "../../core/finding/plain-ids";
import type { TextPiece } from "../../core/finding/plain-ids";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { SettingsStore } from "../settings/settings-store";

/** After everything that draws: what blocks show is no text of the note. */
const ORDER = 2000;
/** Text in these is left as it is: code, links, formulas, and what plugins draw. */
const LEFT_ALONE =
	'a, code, pre, script, style, svg, math, mjx-container, button, input, textarea, [class*="block-language-"], .detection-vault-block, .frontmatter, .metadata-container';

/** Shows plain technique ids as links in reading view, where a person wants that. */
export function registerPlainIds(
	plugin: Plugin,
	indexer: VaultIndexer,
	settings: SettingsStore,
): void {
	const pathOf = (id: string): string | undefined => {
		const sources = indexer.panelSources;
		if (sources === undefined) return undefined;
		const { library, resolver } = sources;
		return (library.technique(id) ?? library.technique(resolver.resolve(id).id))?.path;
	};
	plugin.registerMarkdownPostProcessor((el) => {
		if (settings.current().linkPlainIds) linkIds(el, pathOf);
	}, ORDER);
	redrawWhenNeeded(plugin, indexer, settings);
}

/** Puts links in place of the ids in an element's text. */
function linkIds(el: HTMLElement, pathOf: (id: string) => string | undefined): void {
	const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
	const found: (readonly [Node, readonly TextPiece[]])[] = [];
	while (walker.nextNode()) {
		const node = walker.currentNode;
		const pieces = splitPlainIds(node.nodeValue ?? "", (id) => pathOf(id) !== undefined);
		if (pieces !== undefined && node.parentElement?.closest(LEFT_ALONE) === null)
			found.push([node, pieces]);
	}
	for (const [node, pieces] of found) {
		const place = createFragment();
		for (const piece of pieces) {
			if (typeof piece === "string") place.appendText(piece);
			else place.append(createLink(piece.id, pathOf(piece.id) ?? piece.id));
		}
		node.parentNode?.replaceChild(place, node);
	}
}

function createLink(id: string, path: string): HTMLElement {
	const target = path.replace(/\.md$/, "");
	return createEl("a", {
		cls: "internal-link",
		text: id,
		attr: { "data-href": target, href: target, target: "_blank", rel: "noopener nofollow" },
	});
}

/** Notes that are open follow the setting, and the index once it knows the techniques. */
function redrawWhenNeeded(plugin: Plugin, indexer: VaultIndexer, settings: SettingsStore): void {
	let isOn = settings.current().linkPlainIds;
	plugin.register(
		settings.onChange(({ linkPlainIds }) => {
			if (linkPlainIds === isOn) return;
			isOn = linkPlainIds;
			redrawNotes(plugin.app);
		}),
	);
	let wasReady = false;
	plugin.register(
		indexer.onState(() => {
			if (wasReady || indexer.state.phase !== "ready") return;
			wasReady = true;
			if (isOn) redrawNotes(plugin.app);
		}),
	);
}
