import { changeStore, openDatabase, resultOf } from "../ports/database";

/** One part of an index that is kept between starts. */
export interface SnapshotPart {
	readonly part: number;
	readonly text: string;
}

/** Parts of an index kept between starts, each a text under a number. */
export interface SnapshotStore {
	/** Gives the parts one after another; nothing where there are none or they cannot be read. */
	load(): AsyncIterable<SnapshotPart>;
	/** Replaces a part; one that is undefined is removed. */
	save(part: number, text: string | undefined): Promise<void>;
	/** Removes all parts. */
	clear(): Promise<void>;
	close(): void;
}

const STORE = "parts";
const VERSION_KEY = "version";
/** Parts read in one go, so that handing them over does not hold the window up. */
const READ_AT_ONCE = 8;

/** A store that keeps nothing, for devices on which the database cannot be opened. */
export const NO_SNAPSHOT: SnapshotStore = {
	async *load() {
		// Nothing is kept.
	},
	save: () => Promise.resolve(),
	clear: () => Promise.resolve(),
	close: () => undefined,
};

/** Opens the parts kept under a name. Those that another version of the format wrote are removed. */
export async function openSnapshotStore(name: string, version: string): Promise<SnapshotStore> {
	try {
		const database = await openDatabase(name, STORE);
		const store = storeOf(database);
		if (!(await hasVersion(database, version))) await resetTo(database, version);
		return store;
	} catch {
		return NO_SNAPSHOT;
	}
}

function storeOf(database: IDBDatabase): SnapshotStore {
	return {
		load: () => readParts(database),
		save: (part, text) =>
			write(database, (store) => {
				if (text === undefined) store.delete(part);
				else store.put(text, part);
			}),
		clear: () => write(database, (store) => void store.delete(IDBKeyRange.lowerBound(0))),
		close: () => database.close(),
	};
}

async function* readParts(database: IDBDatabase): AsyncGenerator<SnapshotPart> {
	for (let from = -1; ;) {
		const range = IDBKeyRange.bound(from, Number.MAX_SAFE_INTEGER, true);
		const store = database.transaction(STORE).objectStore(STORE);
		const [keys, parts] = await Promise.all([
			resultOf(store.getAllKeys(range, READ_AT_ONCE)),
			resultOf(store.getAll(range, READ_AT_ONCE) as IDBRequest<unknown[]>),
		]);
		for (const [index, text] of parts.entries()) {
			const part = keys[index];
			if (typeof part === "number" && typeof text === "string") yield { part, text };
		}
		const last = keys[keys.length - 1];
		if (typeof last !== "number") return;
		from = last;
	}
}

async function hasVersion(database: IDBDatabase, version: string): Promise<boolean> {
	const store = database.transaction(STORE).objectStore(STORE);
	return (await resultOf<unknown>(store.get(VERSION_KEY))) === version;
}

function resetTo(database: IDBDatabase, version: string): Promise<void> {
	return write(database, (store) => {
		store.clear();
		store.put(version, VERSION_KEY);
	});
}

function write(database: IDBDatabase, change: (store: IDBObjectStore) => void): Promise<void> {
	return changeStore(database, STORE, change);
}
