import { EvaluationFailure } from "../evaluate/evaluation-failure";

/**
 * Compiles a regular expression from a query (ECMAScript syntax); throws an `EvaluationFailure` where it is none, or where it could take
 * exponential time: a repetition inside a repetition.
 */
export function compilePattern(pattern: string, flags = ""): RegExp {
	if (hasNestedRepetition(pattern)) {
		throw new EvaluationFailure(
			`the pattern "${pattern}" repeats a group that repeats something itself, which can take forever`,
		);
	}
	try {
		return new RegExp(pattern, flags);
	} catch {
		throw new EvaluationFailure(`"${pattern}" is no regular expression`);
	}
}

/** Whether a group that holds `*`, `+` or `{n,}` is itself followed by one of these. */
function hasNestedRepetition(pattern: string): boolean {
	/** For each group that is open: whether something in it repeats. */
	const groups: boolean[] = [false];
	for (let at = 0; at < pattern.length; at++) {
		const char = pattern.charAt(at);
		if (char === "\\") at++;
		else if (char === "[") at = endOfClass(pattern, at);
		else if (char === "(") groups.push(false);
		else if (char === ")") {
			const repeats = groups.pop() ?? false;
			const isRepeated = isRepetition(pattern, at + 1);
			if (repeats && isRepeated) return true;
			if (repeats || isRepeated) groups[groups.length - 1] = true;
		} else if (isRepetition(pattern, at)) groups[groups.length - 1] = true;
	}
	return false;
}

function isRepetition(pattern: string, at: number): boolean {
	const char = pattern.charAt(at);
	return (
		char === "*" ||
		char === "+" ||
		(char === "{" && /^\{\d*,\d*\}/.test(pattern.slice(at, at + 16)))
	);
}

function endOfClass(pattern: string, start: number): number {
	let at = start + 1;
	while (at < pattern.length && pattern.charAt(at) !== "]")
		at += pattern.charAt(at) === "\\" ? 2 : 1;
	return at;
}
