import { defuseInline } from "../safe/defuse-inline";
import { foldSpaces } from "../safe/spaces";

const UNSAFE = /[\s\p{Cc}<>()[\]\\`"|^{}$%*_]/gu;

/**
 * Writes a link to a web page with a plain text to show, safe inside a table cell too; the text alone where the address is no
 * `http` or `https` one.
 */
export function writeWebLink(text: string, url: string): string {
	const label = defuseInline(foldSpaces(text));
	const address = url.trim();
	if (!/^https?:\/\/[^\s/]/i.test(address)) return label;
	return `[${label}](${address.replace(UNSAFE, escapeSign)})`;
}

function escapeSign(sign: string, at: number, address: string): string {
	// What is escaped already stays as it is, and these three are harmless alone.
	if (sign === "%") return /^%[\dA-Fa-f]{2}/.test(address.slice(at, at + 3)) ? "%" : "%25";
	if (sign === "_" || sign === "*") return sign;
	const code = sign.charCodeAt(0);
	return code < 128
		? `%${code.toString(16).toUpperCase().padStart(2, "0")}`
		: encodeURIComponent(sign);
}
