import {
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import type { ImportLock, LockNote, LockOutcome } from "../core/ports/import-lock";
import {
	LOCK_RENEWAL,
	isLockStale,
	lockPath,
	readLockNote,
	writeLockNote,
} from "../core/ports/import-lock";

/** Who holds a lock whose file says nothing. */
const NOBODY = "a process that left half a lock";

/** The lock file of a vault on disk. It is made in one step, and taken from a process that is gone. */
export function createFileLock(vault: string, home: string): ImportLock {
	const file = join(vault, lockPath(home));
	const place = `the command line on ${hostname()}`;
	const holder = `process ${process.pid}`;
	const show = (): string => writeLockNote({ place, holder, renewed: Date.now() });
	const hold = (): LockOutcome => {
		const timer = setInterval(() => renew(file, holder, show()), LOCK_RENEWAL);
		timer.unref();
		const release = (): Promise<void> => {
			clearInterval(timer);
			if (readHolder(file)?.holder === holder) rmSync(file, { force: true });
			return Promise.resolve();
		};
		return { ok: true, release };
	};
	return {
		take() {
			mkdirSync(dirname(file), { recursive: true });
			if (create(file, show())) return Promise.resolve(hold());
			const held = readHolder(file);
			const isOld =
				held === undefined || isLockStale(held, place, Date.now(), (name) => isDead(name));
			if (isOld && takeAway(file, held) && create(file, show())) return Promise.resolve(hold());
			const other = readHolder(file) ?? held;
			return Promise.resolve({
				ok: false,
				holder: other === undefined ? NOBODY : `${other.holder}, ${other.place}`,
			});
		},
	};
}

function create(file: string, text: string): boolean {
	try {
		writeFileSync(file, text, { flag: "wx" });
		return true;
	} catch (error) {
		if (codeOf(error) === "EEXIST") return false;
		throw error;
	}
}

/** What the file says; of one without sense, as a crash leaves it, when it was last written. Undefined where there is none. */
function readHolder(file: string): LockNote | undefined {
	try {
		const note = readLockNote(readFileSync(file, "utf8"));
		return (
			note ?? {
				place: "on a machine that it does not name",
				holder: NOBODY,
				renewed: statSync(file).mtimeMs,
			}
		);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		throw error;
	}
}

function renew(file: string, holder: string, text: string): void {
	try {
		if (readHolder(file)?.holder === holder) writeFileSync(file, text);
	} catch {
		// A sync client may hold the file for a moment; the next renewal comes well within the lease.
	}
}

/** Takes a stale lock away, unless somebody else has just taken it over: then theirs is put back. */
function takeAway(file: string, stale: LockNote | undefined): boolean {
	const aside = `${file}.${process.pid}`;
	try {
		renameSync(file, aside);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return true;
		throw error;
	}
	const found = readHolder(aside);
	const isSame = found?.holder === stale?.holder && found?.renewed === stale?.renewed;
	if (!isSame) putBack(aside, file);
	rmSync(aside, { force: true });
	return isSame;
}

function putBack(aside: string, file: string): void {
	try {
		linkSync(aside, file);
	} catch {
		// Either a third process has made its own by now, or this file system knows no links; both only refuse an import.
	}
}

function isDead(holder: string): boolean | undefined {
	const id = Number(/^process (\d+)$/.exec(holder)?.[1]);
	if (!Number.isSafeInteger(id) || id === process.pid) return undefined;
	try {
		process.kill(id, 0);
		return false;
	} catch (error) {
		return codeOf(error) === "ESRCH";
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && "code" in error ? error.code : undefined;
}
