/** What an archive says about the state of what it holds. */
export interface ZipStamp {
	/** The git commit that it was made from, undefined where it names none. */
	readonly commit: string | undefined;
	/** The day of its newest entry (`2026-03-01`), undefined where it states none. */
	readonly newest: string | undefined;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** Bytes of the directory's end before its comment, and of an entry before its name. */
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/**
 * Reads an archive's stamp from its directory (PKWARE APPNOTE 6.3): `git archive` puts the commit in the comment and its date on each
 * entry, and GitHub's downloads are made with it. Gives what it can read of a damaged one.
 */
export function readZipStamp(bytes: Uint8Array): ZipStamp {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined) return { commit: undefined, newest: undefined };
	const comment = new TextDecoder("latin1").decode(bytes.subarray(end + END_BYTES));
	const commit = /^[0-9a-f]{40}$/.test(comment) ? comment : undefined;
	let newest = 0;
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
		newest = Math.max(newest, view.getUint16(at + 14, true));
		const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		at += ENTRY_BYTES + lengths.reduce((sum, length) => sum + length, 0);
	}
	return { commit, newest: readDay(newest) };
}

function findEnd(view: DataView): number | undefined {
	const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
	for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
	}
	return undefined;
}

/** Reads a date as MS-DOS wrote it: seven bits of years since 1980, four of the month, five of the day. 1980 stands for none. */
function readDay(date: number): string | undefined {
	const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
	if (year === 1980 || month < 1 || month > 12 || day < 1) return undefined;
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
