import { Notice } from "obsidian";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { Texts } from "../text/en";

/** Reads every note again and tells how that went. */
export async function rebuildIndex(indexer: VaultIndexer, texts: Texts["index"]): Promise<void> {
	const { phase, done, reason } = await indexer.rebuild();
	new Notice(phase === "failed" ? texts.failed(reason) : texts.rebuilt(done));
}
