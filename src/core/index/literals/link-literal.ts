import type { LinkValue } from "../../model/value";
import type { Found } from "./date-literal";
import { linkableHeading } from "./names";

/** Gives the link that a target such as `Note`, `Note#Heading` or `Note#^block` means. */
export function linkTo(target: string, display: string | undefined, embed = false): LinkValue {
	const shown = display === undefined ? undefined : { display };
	const block = target.indexOf("#^");
	if (block !== -1) {
		const [id = ""] = target.slice(block + 2).split("#^", 1);
		return {
			kind: "link",
			path: target.slice(0, block),
			type: "block",
			subpath: id,
			...shown,
			embed,
		};
	}
	const hash = target.indexOf("#");
	if (hash === -1) return { kind: "link", path: target, type: "file", ...shown, embed };
	const [heading = ""] = target.slice(hash + 1).split("#", 1);
	const subpath = linkableHeading(heading);
	return { kind: "link", path: target.slice(0, hash), type: "header", subpath, ...shown, embed };
}

/** Reads `[[target]]` or `[[target|display]]` at an offset, with an `!` before it where `embeds` allows; `\|` is a plain bar. */
export function readLink(text: string, at: number, embeds: boolean): Found<LinkValue> | undefined {
	const embed = embeds && text.charAt(at) === "!";
	const open = embed ? at + 1 : at;
	if (!text.startsWith("[[", open)) return undefined;
	const close = endOfInner(text, open + 2);
	if (close === undefined) return undefined;
	const [target, display] = splitAlias(text.slice(open + 2, close));
	return { value: linkTo(target, display, embed), end: close + 2 };
}

/** Splits the inside of a link at its first bar that is not escaped. */
function splitAlias(inner: string): readonly [target: string, display: string | undefined] {
	for (let bar = inner.indexOf("|"); bar !== -1; bar = inner.indexOf("|", bar + 1)) {
		if (bar > 0 && inner.charAt(bar - 1) === "\\") continue;
		return [inner.slice(0, bar).replaceAll("\\|", "|"), inner.slice(bar + 1)];
	}
	return [inner.replaceAll("\\|", "|"), undefined];
}

/** Offset of the `]]` that closes a link; the inside holds no bracket. */
function endOfInner(text: string, from: number): number | undefined {
	for (let at = from; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === "[") return undefined;
		if (char === "]") return text.charAt(at + 1) === "]" ? at : undefined;
	}
	return undefined;
}
