import { changeStore, openDatabase, resultOf } from "../ports/database";

/** A file that was downloaded. */
export interface KeptFile {
	/** The mark by which its server knows this state of it, "" where it gave none. */
	readonly etag: string;
	readonly bytes: Uint8Array;
}

/** Files that were downloaded, by address, so that one that did not change is not fetched again. */
export interface DownloadCache {
	get(url: string): Promise<KeptFile | undefined>;
	put(url: string, file: KeptFile): Promise<void>;
	/** Removes all but those of some addresses. */
	keepOnly(urls: ReadonlySet<string>): Promise<void>;
	close(): void;
}

const STORE = "files";

/** A cache that keeps nothing, for devices on which the database cannot be opened. */
const NO_CACHE: DownloadCache = {
	get: () => Promise.resolve(undefined),
	put: () => Promise.resolve(),
	keepOnly: () => Promise.resolve(),
	close: () => undefined,
};

/** Opens the cache of this device under a name. It lies outside the vault, and nothing synchronises it. */
export async function openDownloadCache(name: string): Promise<DownloadCache> {
	try {
		const database = await openDatabase(name, STORE);
		return cacheOf(database);
	} catch {
		return NO_CACHE;
	}
}

function cacheOf(database: IDBDatabase): DownloadCache {
	return {
		async get(url) {
			const store = database.transaction(STORE).objectStore(STORE);
			return readKept(await resultOf<unknown>(store.get(url)));
		},
		async put(url, file) {
			try {
				await changeStore(database, STORE, (store) => void store.put(file, url));
			} catch {
				// No room is left: the file is downloaded again the next time.
			}
		},
		keepOnly: (urls) =>
			changeStore(database, STORE, (store) => {
				const keys = store.getAllKeys();
				keys.onsuccess = () => {
					for (const key of keys.result) {
						if (typeof key === "string" && !urls.has(key)) store.delete(key);
					}
				};
			}),
		close: () => database.close(),
	};
}

function readKept(value: unknown): KeptFile | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const { etag, bytes } = value as Partial<Record<keyof KeptFile, unknown>>;
	return typeof etag === "string" && bytes instanceof Uint8Array ? { etag, bytes } : undefined;
}
