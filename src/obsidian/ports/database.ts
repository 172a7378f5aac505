/** Opens a database of this device with one store in it; rejects where the device has none or another window holds it. */
export function openDatabase(name: string, store: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, 1);
		request.onupgradeneeded = () => request.result.createObjectStore(store);
		request.onsuccess = () => {
			// Another window of the same vault may want to remove it.
			request.result.onversionchange = () => request.result.close();
			resolve(request.result);
		};
		request.onerror = () => reject(failureOf(request.error));
		request.onblocked = () => reject(failureOf(null));
	});
}

/** Changes a store in one transaction; rejects where that is undone. */
export function changeStore(
	database: IDBDatabase,
	name: string,
	change: (store: IDBObjectStore) => void,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = database.transaction(name, "readwrite");
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(failureOf(transaction.error));
		change(transaction.objectStore(name));
	});
}

/** Waits for what a request gives. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(failureOf(request.error));
	});
}

function failureOf(error: DOMException | null): Error {
	return error ?? new Error("The database cannot be used");
}
