import type { Steps } from "../text/steps";

/** Text of a file, or why its bytes are not text. */
export type Decoded =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly reason: string; readonly line: number | null };

/**
 * Decodes bytes to text: UTF-8 with or without byte order mark, or UTF-16 with one.
 *
 * Bytes that are none of these are refused with the line of the first bad one, never guessed at. Line breaks stay as they are.
 */
export function decodeText(bytes: Uint8Array): Decoded {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes.subarray(2));
	if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes.subarray(2));
	const zero = bytes.subarray(0, 4096).indexOf(0);
	if (zero !== -1)
		return {
			ok: false,
			reason: "this is not text: it holds a NUL byte",
			line: lineAt(bytes, zero),
		};
	const decoded = decodeAs("utf-8", bytes);
	if (decoded.ok) return decoded;
	const line = lineAt(bytes, firstInvalid(bytes));
	return { ok: false, reason: "the encoding is not UTF-8 or UTF-16 with a byte order mark", line };
}

/** Bytes that are decoded in one piece. */
const PIECE = 1024 * 1024;

/** Does what `decodeText` does, a large UTF-8 text in pieces of a few milliseconds. */
export function* decodeTextInSteps(bytes: Uint8Array): Steps<Decoded> {
	if (bytes.length <= PIECE) return decodeText(bytes);
	const texts: string[] = [];
	try {
		for (const text of decodeInPieces(bytes, PIECE)) {
			texts.push(text);
			yield;
		}
		return { ok: true, text: texts.join("") };
	} catch {
		return decodeText(bytes);
	}
}

/**
 * Gives what `decodeText` gives, UTF-8 in pieces of some `size` bytes that hold whole characters; throws at bytes that are not text.
 *
 * A piece without signs beyond Latin-1 takes half the memory of one that has them, and what is made of it is made in half the time.
 */
export function* decodeInPieces(bytes: Uint8Array, size: number): Generator<string, void> {
	if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes.subarray(0, 4096).includes(0)) {
		const decoded = decodeText(bytes);
		if (!decoded.ok) throw new TypeError(decoded.reason);
		yield decoded.text;
		return;
	}
	for (let at = 0; at < bytes.length;) {
		const end = startOfCharacter(bytes, at + size);
		yield (at === 0 ? DECODERS["utf-8"] : INNER_DECODER).decode(bytes.subarray(at, end));
		at = end;
	}
}

/** Gives the offset at which the character of a byte begins; that of the byte itself where it belongs to none. */
function startOfCharacter(bytes: Uint8Array, offset: number): number {
	for (let at = offset; at > offset - 4 && at > 0; at--)
		if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return Math.min(at, bytes.length);
	return offset;
}

/** Making a decoder costs more than decoding a small file, so each is made once; between texts it keeps nothing. */
const DECODERS = {
	"utf-8": new TextDecoder("utf-8", { fatal: true }),
	"utf-16le": new TextDecoder("utf-16le", { fatal: true }),
	"utf-16be": new TextDecoder("utf-16be", { fatal: true }),
};

/** For what does not stand at the beginning of a text, where a byte order mark is a sign like any other. */
const INNER_DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeAs(label: keyof typeof DECODERS, bytes: Uint8Array): Decoded {
	try {
		return { ok: true, text: DECODERS[label].decode(bytes) };
	} catch {
		return { ok: false, reason: `the bytes are not valid ${label.toUpperCase()}`, line: null };
	}
}

function lineAt(bytes: Uint8Array, offset: number): number {
	let line = 1;
	for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
	return line;
}

/** Offset of the first byte that breaks UTF-8's lead and continuation pattern (RFC 3629, without the overlong checks). */
function firstInvalid(bytes: Uint8Array): number {
	let at = 0;
	while (at < bytes.length) {
		const lead = bytes[at] ?? 0;
		const extra =
			lead < 0x80 ? 0 : lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
		if (extra === -1 || lead >= 0xf5) return at;
		for (let step = 1; step <= extra; step++) {
			if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return at;
		}
		at += extra + 1;
	}
	return at;
}
