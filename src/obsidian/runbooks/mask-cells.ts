import { setIcon } from "obsidian";
import { isSecretInput, isSecretValue, MASK } from "../../core/notes/runbook/secret-input";
import type { Texts } from "../text/en";

/** What stands for a hidden value. */
const DOTS = "••••••";

/**
 * Hides secrets in a drawn table of inputs: the defaults and the lab's values of inputs whose name or type says that they take one. Each
 * gets a button that copies it.
 */
export function maskCells(
	table: HTMLTableElement,
	texts: Texts["runbooks"],
	copy: (value: string) => void,
): void {
	const head = Array.from(table.querySelectorAll("thead th"), textOf).map((text) =>
		text.toLowerCase(),
	);
	const name = head.indexOf("name");
	const type = head.indexOf("type");
	const lab = head.findIndex((text) => /\blab\b/.test(text));
	const standard = head.findIndex((text) => text.startsWith("default"));
	if (name === -1 || (lab === -1 && standard === -1)) return;
	for (const row of table.querySelectorAll("tbody tr")) {
		const cells = row.querySelectorAll("td");
		const input = textOf(cells[name]);
		const kind = textOf(cells[type]);
		if (!isSecretInput(input, kind)) continue;
		const own = cells[lab];
		if (own !== undefined) hideCell(own, texts, copy);
		const upstream = cells[standard];
		if (upstream !== undefined && isSecretValue(input, kind, textOf(upstream)))
			hideCell(upstream, texts, copy);
	}
}

function hideCell(
	cell: HTMLElement,
	texts: Texts["runbooks"],
	copy: (value: string) => void,
): void {
	const value = textOf(cell);
	if (value === "" || value === MASK || cell.querySelector(".detection-vault-masked") !== null)
		return;
	cell.empty();
	cell.createSpan({
		text: DOTS,
		cls: "detection-vault-masked",
		attr: { role: "img", "aria-label": texts.masked },
	});
	const button = cell.createEl("button", {
		cls: "clickable-icon detection-vault-icon-button",
		attr: { type: "button", "aria-label": texts.copyValue },
	});
	setIcon(button, "copy");
	button.addEventListener("click", () => copy(value));
}

function textOf(element: Element | undefined): string {
	return element?.textContent.trim() ?? "";
}
