import type { App } from "obsidian";
import { settle } from "../../support/obsidian/app";

/** The row of a setting, by its name. */
export function settingRow(tab: HTMLElement, name: string): HTMLElement {
	const found = Array.from(tab.querySelectorAll<HTMLElement>(".setting-item")).find(
		(item) => item.querySelector(".setting-item-name")?.textContent === name,
	);
	if (found === undefined) throw new Error(`There is no setting ${name}.`);
	return found;
}

/** Types into the field of a setting, and waits for what comes of it. */
export async function typeInto(app: App, row: HTMLElement, text: string): Promise<void> {
	const input = row.querySelector("input");
	if (input === null) throw new Error("The setting has no field.");
	input.value = text;
	input.dispatchEvent(new Event("input"));
	await settle(app);
}
