/** Counts the notes in each folder and the folders below it. */
export interface FolderCounts {
	add(path: string): void;
	remove(path: string): void;
	/** Number of notes under a folder; 0 where there is no such folder. */
	count(folder: string): number;
}

/** Gives empty counts. */
export function createFolderCounts(): FolderCounts {
	const counts = new Map<string, number>();
	const change = (path: string, by: 1 | -1): void => {
		for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
			const folder = path.slice(0, end);
			const count = (counts.get(folder) ?? 0) + by;
			if (count === 0) counts.delete(folder);
			else counts.set(folder, count);
		}
	};
	return {
		add: (path) => change(path, 1),
		remove: (path) => change(path, -1),
		count: (folder) => counts.get(folder) ?? 0,
	};
}
