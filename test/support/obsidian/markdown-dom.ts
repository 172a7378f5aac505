const forbidden = "script, iframe, object, embed, style, link, meta, base, form";

function sanitize(root: ParentNode): void {
	for (const element of Array.from(root.querySelectorAll(forbidden))) element.remove();
	for (const element of Array.from(root.querySelectorAll("*"))) {
		for (const { name, value } of Array.from(element.attributes)) {
			const isScript = /^\s*(?:javascript|vbscript|data):/i.test(value) && name !== "src";
			if (name.startsWith("on") || isScript) element.removeAttribute(name);
		}
	}
}

function drawCallouts(root: ParentNode): void {
	for (const quote of Array.from(root.querySelectorAll("blockquote"))) {
		const first = quote.querySelector("p");
		const match = /^\[!([^\]]+)\]([+-]?)[ \t]*([^\n]*)\n?/.exec(first?.textContent ?? "");
		if (first === null || match === null) continue;
		const [, type = "note", , title = ""] = match;
		const callout = createDiv({ cls: "callout", attr: { "data-callout": type.toLowerCase() } });
		const name = title === "" ? type.charAt(0).toUpperCase() + type.slice(1) : title;
		callout
			.createDiv({ cls: "callout-title" })
			.createDiv({ cls: "callout-title-inner", text: name });
		const content = callout.createDiv({ cls: "callout-content" });
		const isOneLine = first.querySelector("br") === null;
		if (isOneLine) first.remove();
		else {
			while (first.firstChild !== null && first.firstChild.nodeName !== "BR") {
				first.firstChild.remove();
			}
			first.firstChild?.remove();
		}
		content.append(...Array.from(quote.childNodes));
		quote.replaceWith(callout);
	}
}

function drawTasks(root: ParentNode): void {
	for (const item of Array.from(root.querySelectorAll<HTMLElement>("li"))) {
		const holder = item.querySelector(":scope > p") ?? item;
		const text = holder.firstChild;
		const match = /^\[(.)\]\s/.exec(text?.textContent ?? "");
		if (text === null || match === null) continue;
		text.textContent = (text.textContent ?? "").slice(match[0].length);
		const box = createEl("input", { type: "checkbox", cls: "task-list-item-checkbox" });
		box.checked = match[1] !== " ";
		item.addClass("task-list-item");
		item.dataset["task"] = match[1] ?? " ";
		holder.prepend(box);
	}
}

function markLinks(root: ParentNode): void {
	for (const link of Array.from(root.querySelectorAll<HTMLAnchorElement>("a[href]"))) {
		const href = link.getAttribute("href") ?? "";
		if (link.classList.length > 0 || href.startsWith("#")) continue;
		if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
			link.className = "external-link";
			link.target = "_blank";
			continue;
		}
		link.className = "internal-link";
		link.dataset["href"] = decodeURI(href);
	}
}

/** Turns a block's HTML into nodes, without what Obsidian's sanitiser takes out. */
export function toNodes(html: string): DocumentFragment {
	const template = document.createElement("template");
	template.innerHTML = html;
	const holder = document.createElement("div");
	holder.append(...Array.from(template.content.childNodes));
	sanitize(holder);
	drawCallouts(holder);
	drawTasks(holder);
	markLinks(holder);
	const fragment = document.createDocumentFragment();
	fragment.append(...Array.from(holder.childNodes));
	return fragment;
}
