import type { App, HoverParent, Plugin } from "obsidian";
import { splitPlainIds } from "../../core/finding/plain-ids";
import type { TextPiece } from "../../core/finding/plain-ids";
import type { VaultIndexer } from "../indexing/vault-indexer";
import { HOVER_SOURCE } from "../views/link-actions";

/** What the plugin draws. */
const OWN_VIEWS = ".detection-vault-block, [data-technique]";
/** A text longer than this is prose, in which the pointer is not searched for an id. */
const LONGEST = 2000;

/** Offers a preview of the technique whose id is under the pointer, anywhere in the plugin's own views and in every window. */
export function registerIdPreviews(plugin: Plugin, indexer: VaultIndexer): void {
	const { app } = plugin;
	const parent: HoverParent = { hoverPopover: null };
	let last: { readonly target: EventTarget; readonly path: string | undefined } | undefined;
	const look = (event: MouseEvent): void => {
		const { target } = event;
		// A pointer that moves within an element means another id only where that holds several.
		if (!isElement(target) || (target === last?.target && !holdsSeveral(target))) return;
		const path = pathUnder(target, event, indexer);
		const isNew = target !== last?.target || path !== last.path;
		last = { target, path };
		if (path !== undefined && isNew) offerPreview(app, { event, target, path, parent });
	};
	const listen = (doc: Document): void => plugin.registerDomEvent(doc, "mousemove", look);
	listen(activeDocument);
	plugin.registerEvent(app.workspace.on("window-open", (_, win) => listen(win.document)));
}

function isElement(target: EventTarget | null): target is HTMLElement {
	return (target as Node | null)?.instanceOf(HTMLElement) === true;
}

/** The note of the technique that an element names where the pointer is, not of what lies in the element. */
function pathUnder(
	target: HTMLElement,
	event: MouseEvent,
	{ panelSources }: VaultIndexer,
): string | undefined {
	// A link has a preview of its own.
	if (panelSources === undefined || target.closest(OWN_VIEWS) === null) return undefined;
	if (target.closest("a") !== null) return undefined;
	const { library, resolver } = panelSources;
	const stated = target.closest<HTMLElement>("[data-technique]")?.dataset["technique"];
	const [only, ...others] = idsIn(target);
	const id = stated ?? (others.length === 0 ? only : idAt(target.doc, event));
	if (id === undefined) return undefined;
	return (library.technique(id) ?? library.technique(resolver.resolve(id).id))?.path;
}

function holdsSeveral(target: HTMLElement): boolean {
	return target.closest(OWN_VIEWS) !== null && idsIn(target).length > 1;
}

/** The ids in an element's own text. */
function idsIn(target: HTMLElement): readonly string[] {
	const texts = Array.from(target.childNodes, (node) =>
		node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "") : " ",
	);
	const text = texts.join("");
	return text.length > LONGEST ? [] : pieceIds(splitPlainIds(text, () => true));
}

/** The id that the pointer is on, where the window can tell. */
function idAt(doc: Document, { clientX, clientY }: MouseEvent): string | undefined {
	if (!("caretPositionFromPoint" in doc)) return undefined;
	const place = doc.caretPositionFromPoint(clientX, clientY);
	const pieces = splitPlainIds(place?.offsetNode.nodeValue ?? "", () => true) ?? [];
	let end = 0;
	for (const piece of pieces) {
		end += typeof piece === "string" ? piece.length : piece.id.length;
		if (end > (place?.offset ?? 0)) return typeof piece === "string" ? undefined : piece.id;
	}
	return undefined;
}

function pieceIds(pieces: readonly TextPiece[] | undefined): readonly string[] {
	return (pieces ?? []).flatMap((piece) => (typeof piece === "string" ? [] : [piece.id]));
}

function offerPreview(
	app: App,
	hover: {
		readonly event: MouseEvent;
		readonly target: HTMLElement;
		readonly path: string;
		readonly parent: HoverParent;
	},
): void {
	app.workspace.trigger("hover-link", {
		event: hover.event,
		source: HOVER_SOURCE,
		hoverParent: hover.parent,
		targetEl: hover.target,
		linktext: hover.path,
		sourcePath: "",
	});
}
