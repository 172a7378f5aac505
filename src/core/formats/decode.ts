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

function decodeAs(label: string, bytes: Uint8Array): Decoded {
	try {
		return { ok: true, text: new TextDecoder(label, { fatal: true }).decode(bytes) };
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
