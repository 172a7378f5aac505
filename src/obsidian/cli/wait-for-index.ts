import type { IndexState, VaultIndexer } from "../indexing/vault-indexer";

/** Waits until every note is in the index as it is now, and gives the state that it ended in: ready or failed. */
export async function waitForIndex(indexer: VaultIndexer): Promise<IndexState> {
	await waitForEnd(indexer);
	// A script may ask right after it imported.
	await indexer.settle();
	return indexer.state;
}

function waitForEnd(indexer: VaultIndexer): Promise<void> {
	return new Promise((resolve) => {
		let stop: (() => void) | undefined;
		const look = (): boolean => {
			const { phase } = indexer.state;
			if (phase !== "ready" && phase !== "failed") return false;
			stop?.();
			resolve();
			return true;
		};
		if (!look()) stop = indexer.onState(() => void look());
	});
}
