import { isSafeAddress } from "./schemes";

/** The address of an inline link. */
export interface LinkAddress {
	/** As it can be written between the link's parentheses, nothing live in it; undefined where the address is not safe or not one. */
	readonly safe: string | undefined;
	/** UTF-16 offset behind the address. */
	readonly end: number;
}

/** An address in which nothing needs care, up to the parenthesis that closes the link: what most are. */
const PLAIN_LINK = /https?:\/\/\w[\w./~?=&#+,;@'!*-]*(?=\))/y;
const BRACKETED = /<([^<>\n]*)>/y;
const WEB = /[^\s<>[\]`"|\\^{}()!*]+/y;
/** A backslash before ASCII punctuation (CommonMark 0.31, section 2.4). */
const ESCAPED = /\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g;
const MAIL = /<[\w.+-]{1,64}@[A-Za-z0-9.-]{1,255}>/y;

/** Reads the address behind a link's `(` (CommonMark 0.31, section 6.3), which stands on one line. */
export function readLinkAddress(line: string, at: number): LinkAddress {
	PLAIN_LINK.lastIndex = at;
	if (PLAIN_LINK.test(line)) {
		const end = PLAIN_LINK.lastIndex;
		return { safe: line.slice(at, end), end };
	}
	let start = at;
	while (line[start] === " ") start++;
	BRACKETED.lastIndex = start;
	const bracketed = line[start] === "<" ? BRACKETED.exec(line) : null;
	if (bracketed !== null) {
		const end = start + bracketed[0].length;
		const isClosed = /[\s)]/.test(line[end] ?? "");
		return { safe: isClosed ? makeSafe(bracketed[1] ?? "", false) : undefined, end };
	}
	const end = findAddressEnd(line, start);
	if (end === -1) return { safe: undefined, end: start };
	return { safe: makeSafe(line.slice(start, end), true), end };
}

/** Reads `<https://…>` or `<name@host>` at an offset, or gives undefined. */
export function readAutolink(line: string, at: number): LinkAddress | undefined {
	MAIL.lastIndex = at;
	const mail = MAIL.exec(line);
	if (mail !== null) return { safe: mail[0], end: at + mail[0].length };
	BRACKETED.lastIndex = at;
	const match = BRACKETED.exec(line);
	const address = match?.[1] ?? "";
	if (match === null || /\s/.test(address)) return undefined;
	const safe = makeSafe(address, true);
	return safe === undefined ? undefined : { safe: `<${safe}>`, end: at + match[0].length };
}

/** Gives the offset behind the bare web address whose `//` starts at an offset; signs that mean something to Markdown end it. */
export function findWebEnd(line: string, at: number): number {
	WEB.lastIndex = at;
	const match = WEB.exec(line);
	if (match === null) return at;
	const stop = /%%|::|\$/.exec(match[0]);
	return at + (stop === null ? match[0].length : stop.index);
}

/** Spells the signs of an address that mean something outside it as percent escapes (RFC 3986, section 2.1). */
function makeSafe(address: string, areParenthesesBalanced: boolean): string | undefined {
	const plain = address.trim().replace(ESCAPED, "$1");
	if (!isSafeAddress(plain)) return undefined;
	const safe = plain
		.replace(/[\s<>[\]`"|\\$]/g, encodeSign)
		.replace(/%(?=%)/g, "%25")
		.replace(/:(?=:)/g, "%3A");
	return areParenthesesBalanced && !address.includes("\\")
		? safe
		: safe.replace(/[()]/g, encodeSign);
}

function encodeSign(sign: string): string {
	return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Up to a space or the parenthesis that closes the link; -1 where a bracket comes first, or nothing closes it. */
function findAddressEnd(line: string, start: number): number {
	let depth = 0;
	for (let at = start; at < line.length; at++) {
		const sign = line[at];
		if (sign === " " || sign === "\t") return depth === 0 ? at : -1;
		if (sign === "[" || sign === "]" || sign === "<") return -1;
		if (sign === "\\") at++;
		else if (sign === "(") depth++;
		else if (sign === ")" && depth-- === 0) return at;
	}
	return -1;
}
