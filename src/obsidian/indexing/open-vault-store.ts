import type { App } from "obsidian";
import { openSnapshotStore } from "./snapshot-store";
import type { SnapshotStore } from "./snapshot-store";
import { vaultIdOf } from "./vault-id";

/** Raised when records get another shape within one release. */
const FORMAT = 2;

/** Opens what is kept of this vault's index; another release of the plugin starts anew. */
export function openVaultStore(app: App, release: string): Promise<SnapshotStore> {
	return openSnapshotStore(`detection-vault-${vaultIdOf(app)}`, `${release}/${String(FORMAT)}`);
}
