/** Schemes that need no slashes to do harm, or that a system hands to another program. */
const BARE =
	/(?:^|[^a-z])(?:javascript|livescript|vbscript|data|blob|file|filesystem|obsidian|view-source|jar|mhtml|shell|search-ms|ms-[a-z-]{1,40})$/i;

/** Characters that the longest scheme looked for has. */
const LONGEST = 48;

/** Whether an address may be a live link: `http`, `https` or `mailto`, and nothing that could hide another scheme. */
export function isSafeAddress(address: string): boolean {
	return /^(?:https?:\/\/[^\s/]|mailto:[^\s/:]+@)/i.test(address);
}

/** What the colon at an offset ends: a web address, the scheme of another address that an editor makes clickable, or nothing. */
export function schemeAtColon(line: string, colon: number): "web" | "unsafe" | "none" {
	const next = line[colon + 1];
	if (next === undefined || next === " ") return "none";
	let start = colon;
	while (start > 0 && colon - start < LONGEST && isSchemeSign(line.charCodeAt(start - 1))) start--;
	if (start === colon) return "none";
	const name = line.slice(start, colon);
	const isSlashed = next === "/" && line[colon + 2] === "/";
	if (/(?:^|[^a-z])https?$/i.test(name)) return isSlashed ? "web" : "none";
	if (isSlashed && /[a-z]/i.test(name)) return "unsafe";
	return BARE.test(name) && !/\s/.test(next) ? "unsafe" : "none";
}

function isSchemeSign(code: number): boolean {
	return (
		(code >= 97 && code <= 122) ||
		(code >= 65 && code <= 90) ||
		(code >= 48 && code <= 57) ||
		code === 43 ||
		code === 45 ||
		code === 46
	);
}
