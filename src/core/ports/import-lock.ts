/** Keeps two imports, or an import and an undo, from writing into one vault at once. */
export interface ImportLock {
	/** Takes the vault for this process, from a dead holder too; tells who holds it where somebody does. */
	take(): Promise<LockOutcome>;
}

/** The vault taken, or by whom it is held, in words that end a sentence ("process 4711 on host-1"). */
export type LockOutcome =
	| { readonly ok: true; readonly release: () => Promise<void> }
	| { readonly ok: false; readonly holder: string };

/** What a lock file says. */
export interface LockNote {
	/** The machine and program that holds it. */
	readonly place: string;
	/** The process or session there. */
	readonly holder: string;
	/** When the holder last said that it is alive, milliseconds since 1970. */
	readonly renewed: number;
}

/** Milliseconds after which a holder that says nothing counts as dead; several times what the longest step of an import takes. */
export const LOCK_LEASE = 120_000;

/** Milliseconds after which a holder says again that it is alive. */
export const LOCK_RENEWAL = 20_000;

/** Gives the path of a vault's lock file below its home folder. */
export function lockPath(home: string): string {
	return `${home}/merge/import.lock`;
}

/** Writes a lock file's text. */
export function writeLockNote({ place, holder, renewed }: LockNote): string {
	return `${JSON.stringify({ place, holder, renewed })}\n`;
}

/** Reads a lock file's text; undefined where a crash left half of one, or something else wrote it. */
export function readLockNote(text: string): LockNote | undefined {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value !== "object" || value === null) return undefined;
		const { place, holder, renewed } = value as Partial<Record<keyof LockNote, unknown>>;
		if (typeof place !== "string" || typeof holder !== "string") return undefined;
		return typeof renewed === "number" ? { place, holder, renewed } : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Whether a lock may be taken over: its holder is dead, or has not said for a lease that it is alive. `isDead` tells of a holder at this
 * `place`, undefined where it cannot. Clocks of two machines that differ by more than a lease make a lock count as old.
 */
export function isLockStale(
	note: LockNote,
	place: string,
	now: number,
	isDead: (holder: string) => boolean | undefined,
): boolean {
	if (note.place === place && isDead(note.holder) === true) return true;
	return Math.abs(now - note.renewed) > LOCK_LEASE;
}
