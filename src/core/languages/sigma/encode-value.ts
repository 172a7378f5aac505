import type { ValueChange } from "./read-modifiers";

/** A modifier that works on a value's bytes. */
export type Encoding = Exclude<ValueChange, "expand" | "windash">;

/**
 * Applies encodings to a text in their order (Sigma modifiers appendix 2.1.0, "Encoding").
 *
 * Gives one value, or three for `base64offset`: the part that stays the same wherever the text stands in what was encoded. Bytes that no
 * Base64 follows are given one character each.
 */
export function encodeValue(text: string, encodings: readonly Encoding[]): readonly string[] {
	let values: readonly (string | readonly number[])[] = [text];
	for (const encoding of encodings) values = values.flatMap((value) => encode(value, encoding));
	return values.map((value) =>
		typeof value === "string" ? value : value.map((byte) => String.fromCharCode(byte)).join(""),
	);
}

function encode(
	value: string | readonly number[],
	encoding: Encoding,
): readonly (string | readonly number[])[] {
	switch (encoding) {
		case "base64":
			return [encodeBase64(bytesOf(value))];
		case "base64offset":
			return encodeAtOffsets(bytesOf(value));
		case "utf16le":
			return [utf16(value, 0)];
		case "utf16be":
			return [utf16(value, 8)];
		case "utf16":
			return [[0xff, 0xfe, ...utf16(value, 0)]];
	}
}

function encodeAtOffsets(bytes: readonly number[]): readonly string[] {
	const skipped = [0, 2, 3];
	const dropped = [0, 3, 2];
	return skipped.map((skip, offset) => {
		const whole = encodeBase64([...new Array<number>(offset).fill(32), ...bytes]);
		const drop = dropped[(bytes.length + offset) % 3] ?? 0;
		return whole.slice(skip, Math.max(skip, whole.length - drop));
	});
}

function bytesOf(value: string | readonly number[]): readonly number[] {
	if (typeof value !== "string") return value;
	const bytes: number[] = [];
	for (const character of value) {
		const read = character.codePointAt(0) ?? 0;
		const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
		const more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
		bytes.push(more === 0 ? point : ((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more)));
		for (let left = more - 1; left >= 0; left--) bytes.push(0x80 | ((point >> (6 * left)) & 0x3f));
	}
	return bytes;
}

function utf16(value: string | readonly number[], firstShift: 0 | 8): number[] {
	const units =
		typeof value === "string"
			? Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))
			: value;
	return units.flatMap((unit) => [(unit >> firstShift) & 0xff, (unit >> (8 - firstShift)) & 0xff]);
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function encodeBase64(bytes: readonly number[]): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += 3) {
		const [first = 0, second, third] = bytes.slice(at, at + 3);
		const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
		text += BASE64.charAt(bits >> 18) + BASE64.charAt((bits >> 12) & 63);
		text += second === undefined ? "=" : BASE64.charAt((bits >> 6) & 63);
		text += third === undefined ? "=" : BASE64.charAt(bits & 63);
	}
	return text;
}
