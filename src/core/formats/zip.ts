import { Inflate, strFromU8 } from "fflate";
import { finishSteps, type Steps } from "../text/steps";

/** Bounds on what an archive may hold. */
export interface ZipLimits {
	/** Bytes that one entry may unpack to. */
	readonly entryBytes: number;
	/** Bytes that all entries together may unpack to. */
	readonly totalBytes: number;
	/** Number of entries. */
	readonly entries: number;
}

/** Bounds that fit every archive of a rule repository with room to spare. */
export const ZIP_LIMITS: ZipLimits = {
	entryBytes: 256 * 1024 * 1024,
	totalBytes: 2 * 1024 * 1024 * 1024,
	entries: 200_000,
};

/** One file in an archive, not yet unpacked. */
export interface ZipEntry {
	/** The name as stored, with forward slashes. */
	readonly name: string;
	/** Unpacked bytes as the archive claims. */
	readonly size: number;
	/** Unpacks it, or says why not: a lying size, damage. */
	read(): Unpacked;
	/** Does the same in pieces of a few milliseconds. */
	readInSteps(): Steps<Unpacked>;
}

/** An entry's bytes, or why there are none. */
export type Unpacked =
	| { readonly ok: true; readonly bytes: Uint8Array }
	| { readonly ok: false; readonly reason: string };

/** What an archive lists, or why it cannot be read. Entries that may not be unpacked are in `refused`. */
export type ZipListing =
	| {
			readonly ok: true;
			readonly entries: readonly ZipEntry[];
			readonly refused: readonly { readonly name: string; readonly reason: string }[];
	  }
	| { readonly ok: false; readonly reason: string };

interface Header {
	readonly name: string;
	readonly method: number;
	readonly encrypted: boolean;
	readonly packed: number;
	readonly size: number;
	readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/**
 * Lists a zip archive by its central directory (PKWARE APPNOTE 6.3, without zip64); unpacks nothing yet.
 *
 * Folders are left out. Names that leave the archive's folder (`../`, absolute, drive letters, NUL) are refused, and so is what
 * passes the limits.
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipListing {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined)
		return { ok: false, reason: "the archive has no directory: it is cut short or not a zip" };
	const count = view.getUint16(end + 10, true);
	const start = view.getUint32(end + 16, true);
	if (count === 0xffff || start === 0xffffffff)
		return { ok: false, reason: "zip64 archives are not supported" };
	if (count > limits.entries)
		return { ok: false, reason: `the archive holds more than ${limits.entries} entries` };
	const headers = readDirectory(bytes, view, start, count);
	if (headers === undefined) return { ok: false, reason: "the archive's directory is damaged" };
	return sortEntries(bytes, headers, limits);
}

function sortEntries(bytes: Uint8Array, headers: readonly Header[], limits: ZipLimits): ZipListing {
	const entries: ZipEntry[] = [];
	const refused: { name: string; reason: string }[] = [];
	let total = 0;
	for (const header of headers) {
		const reason = refuseName(header.name) ?? refuseHeader(header, limits);
		total += reason === undefined ? header.size : 0;
		if (reason !== undefined) refused.push({ name: header.name, reason });
		else if (total > limits.totalBytes)
			refused.push({ name: header.name, reason: "the archive unpacks to too much" });
		else if (!header.name.endsWith("/")) {
			entries.push({
				name: header.name,
				size: header.size,
				read: () => finishSteps(unpack(bytes, header)),
				readInSteps: () => unpack(bytes, header),
			});
		}
	}
	return { ok: true, entries, refused };
}

function refuseName(name: string): string | undefined {
	const unsafe = name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\0");
	if (unsafe || name.split("/").includes("..")) return "the name leads out of the archive's folder";
	return undefined;
}

function refuseHeader(header: Header, limits: ZipLimits): string | undefined {
	if (header.encrypted) return "the entry is encrypted";
	if (header.method !== 0 && header.method !== 8)
		return `compression method ${header.method} is not supported`;
	if (header.size > limits.entryBytes)
		return `it unpacks to ${header.size} bytes, more than is read`;
	return undefined;
}

function findEnd(view: DataView): number | undefined {
	const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= lowest; at--) {
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
	}
	return undefined;
}

function readDirectory(
	bytes: Uint8Array,
	view: DataView,
	start: number,
	count: number,
): Header[] | undefined {
	const headers: Header[] = [];
	let at = start;
	for (let index = 0; index < count; index++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
		const nameLength = view.getUint16(at + 28, true);
		const nameEnd = at + 46 + nameLength;
		if (nameEnd > bytes.length) return undefined;
		headers.push({
			// Names are UTF-8 by flag or by the habit of every current tool.
			name: strFromU8(bytes.subarray(at + 46, nameEnd)).replaceAll("\\", "/"),
			encrypted: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
		});
		at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return headers;
}

function* unpack(bytes: Uint8Array, header: Header): Steps<Unpacked> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (header.offset + 30 > bytes.length || view.getUint32(header.offset, true) !== LOCAL_ENTRY) {
		return { ok: false, reason: "the entry is damaged" };
	}
	const start =
		header.offset +
		30 +
		view.getUint16(header.offset + 26, true) +
		view.getUint16(header.offset + 28, true);
	const packed = bytes.subarray(start, start + header.packed);
	if (packed.length !== header.packed) return { ok: false, reason: "the entry is cut short" };
	if (header.method === 0) return { ok: true, bytes: packed };
	return yield* inflateBounded(packed, header.size);
}

/** Unpacks piece by piece and stops at the claimed size, so that a lying header cannot fill the memory. */
function* inflateBounded(packed: Uint8Array, size: number): Steps<Unpacked> {
	const out = new Uint8Array(size);
	const progress = { length: 0 };
	const inflate = new Inflate((chunk) => {
		if (progress.length + chunk.length <= size) out.set(chunk, progress.length);
		progress.length += chunk.length;
	});
	try {
		const step = 65_536;
		for (let at = 0; at < packed.length && progress.length <= size; at += step) {
			inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
			yield;
		}
	} catch {
		return { ok: false, reason: "the entry is damaged" };
	}
	if (progress.length !== size)
		return { ok: false, reason: "the entry does not unpack to the size it claims" };
	return { ok: true, bytes: out };
}
