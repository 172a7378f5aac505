/**
 * Lets anything stand before or behind a regular expression, as pySigma does for `contains`, `startswith` and `endswith` behind `re`: a
 * `.*` is written where there is neither one nor an anchor. Alternatives are bracketed first, so that it goes for all of them.
 */
export function openRegex(written: string, isOpenBefore: boolean, isOpenAfter: boolean): string {
	if (!isOpenBefore && !isOpenAfter) return written;
	const regex = hasAlternatives(written) ? `(?:${written})` : written;
	const before = isOpenBefore && !/^(?:\^|\.\*)/.test(regex) ? ".*" : "";
	const after = isOpenAfter && !endsWith(regex, ".*") && !endsWith(regex, "$") ? ".*" : "";
	return before + regex + after;
}

/** Whether an expression ends with characters before which no backslash takes their meaning. */
function endsWith(regex: string, suffix: string): boolean {
	if (!regex.endsWith(suffix)) return false;
	let at = regex.length - suffix.length;
	let slashes = 0;
	while (regex[--at] === "\\") slashes++;
	return slashes % 2 === 0;
}

/** Whether a bar stands outside of groups and classes. */
function hasAlternatives(regex: string): boolean {
	let depth = 0;
	// Of a class only what may hold a bar or a bracket matters: `]` right at its start is itself.
	for (const [part] of regex.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]?|[()|]/gs)) {
		if (part === "(") depth++;
		else if (part === ")") depth--;
		else if (part === "|" && depth === 0) return true;
	}
	return false;
}
