import type { App, HoverParent, Plugin } from "obsidian";
import { splitPlainIds } from "../../core/finding/plain-ids";
import type { TextPiece } from "../../core/finding/plain-ids";
import type { VaultIndexer } from "../indexing/vault-indexer";
import { HOVER_SOURCE } from "../views/link-actions";

/** What the plugin draws. */
const OWN_VIEWS = ".detection-vault-block, [data-technique]";
/** Text of notes: reading view, the editor, and their properties. */
const NOTES = ".markdown-preview-view, .cm-content, .metadata-container";
/** Links have a preview of their own. */
const LINKS = "a, .internal-link, .external-link, .cm-hmd-internal-link, .cm-link, .cm-url";
/** A text longer than this is not searched for an id. */
const LONGEST = 2000;

/** Offers a preview of the technique whose id is under the pointer, in the plugin's own views and in notes, in every window. */
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

/** The note of the technique that is named where the pointer is, not of what lies in the element. */
function pathUnder(
	target: HTMLElement,
	event: MouseEvent,
	{ panelSources }: VaultIndexer,
): string | undefined {
	if (panelSources === undefined || target.closest(LINKS) !== null) return undefined;
	const id = idUnder(target, event);
	if (id === undefined) return undefined;
	const { library, resolver } = panelSources;
	return (library.technique(id) ?? library.technique(resolver.resolve(id).id))?.path;
}

/** An element of ours that names one technique stands for it; elsewhere the pointer must be on the id. */
function idUnder(target: HTMLElement, event: MouseEvent): string | undefined {
	const isOwn = target.closest(OWN_VIEWS) !== null;
	const stated = target.closest<HTMLElement>("[data-technique]")?.dataset["technique"];
	if (stated !== undefined || (!isOwn && target.closest(NOTES) === null)) return stated;
	const ids = idsIn(target);
	if (isOwn && ids.length < 2) return ids[0];
	return ids.length === 0 ? undefined : idAt(target.doc, event);
}

/** Whether the pointer's place within an element tells what it means. */
function holdsSeveral(target: HTMLElement): boolean {
	const least = target.closest(OWN_VIEWS) !== null ? 2 : 1;
	if (least === 1 && target.closest(NOTES) === null) return false;
	return idsIn(target).length >= least;
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
	const node = doc.caretPositionFromPoint(clientX, clientY)?.offsetNode;
	if (node?.nodeType !== Node.TEXT_NODE) return undefined;
	const range = doc.createRange();
	let end = 0;
	for (const piece of splitPlainIds(node.nodeValue ?? "", () => true) ?? []) {
		const start = end;
		end += typeof piece === "string" ? piece.length : piece.id.length;
		if (typeof piece === "string") continue;
		range.setStart(node, start);
		range.setEnd(node, end);
		// Beside the end of a line, too, the nearest place is one in its text.
		const isOn = Array.from(range.getClientRects()).some(
			({ left, right, top, bottom }) =>
				clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
		);
		if (isOn) return piece.id;
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
