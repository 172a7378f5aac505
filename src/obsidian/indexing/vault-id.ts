import type { App } from "obsidian";

const KEY = "detection-vault-id";

/** A name for this vault on this device, by which its kept index is found. It stays when the vault is renamed. */
export function vaultIdOf(app: App): string {
	const known: unknown = app.loadLocalStorage(KEY);
	if (typeof known === "string" && known !== "") return known;
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	app.saveLocalStorage(KEY, id);
	return id;
}
