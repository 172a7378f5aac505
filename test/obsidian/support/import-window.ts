import { perform } from "./draw";
import { waitFor } from "./plugin";

/** The window of an import, null where none is open. */
export function importWindow(): HTMLElement | null {
	return document.querySelector(".detection-vault-import-modal");
}

/** Presses a button of the import's window as soon as it is there. */
export async function press(name: string | RegExp): Promise<void> {
	const button = await waitFor(() =>
		Array.from(importWindow()?.querySelectorAll("button") ?? []).find((item) =>
			typeof name === "string" ? item.textContent === name : name.test(item.textContent),
		),
	);
	perform(() => button.click());
}
