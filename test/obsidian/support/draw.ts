import { h, render } from "preact";
import type { VNode } from "preact";
import { act } from "preact/test-utils";
import { createTexts } from "../../../src/obsidian/text/create-texts";
import { HostContext } from "../../../src/obsidian/views/view-host";
import type { ViewHost } from "../../../src/obsidian/views/view-host";

/** What a view did through its host, in order. */
export interface Drawn {
	readonly el: HTMLElement;
	readonly opened: string[];
	readonly copied: string[];
	/** Draws something else in its place, as a block does when notes change. */
	redraw(view: VNode): void;
}

/** Draws a view on the page, with a host that writes down what it is asked for. */
export function draw(view: VNode): Drawn {
	const el = document.body.createDiv();
	const opened: string[] = [];
	const copied: string[] = [];
	const host: ViewHost = {
		texts: createTexts("en"),
		language: "en",
		links: {
			open: (target) => opened.push(target),
			preview: () => undefined,
			showMenu: () => undefined,
			resolves: (target) => !target.startsWith("Missing"),
		},
		copy: (text) => copied.push(text),
		importSources: () => opened.push("import"),
	};
	const redraw = (next: VNode): void => {
		void act(() => render(h(HostContext.Provider, { value: host }, next), el));
	};
	redraw(view);
	return { el, opened, copied, redraw };
}

/** Does something to a drawn view and waits until it is drawn anew. */
export function perform(action: () => void): void {
	void act(action);
}

/** Types into a field. */
export function type(field: HTMLInputElement | null, text: string): void {
	if (field === null) throw new Error("There is no such field.");
	perform(() => {
		field.value = text;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
}

/** Clicks on something. */
export function click(element: HTMLElement | null | undefined): void {
	if (!element) throw new Error("There is nothing to click on.");
	perform(() => element.click());
}

/** The text of every element that a selector finds. */
export function texts(el: HTMLElement, selector: string): string[] {
	return Array.from(el.querySelectorAll(selector), (found) => found.textContent.trim());
}
