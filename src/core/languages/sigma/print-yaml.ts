/** A scalar of a printed detection. */
export type PrintedScalar = string | number | boolean | null;

/** Prints a scalar so that YAML gives the same value again: texts in single quotes, in double ones where they hold more than print. */
export function printScalar(value: PrintedScalar): string {
	if (typeof value === "string") return quote(value);
	if (typeof value !== "number") return String(value);
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
	// Digits past 2^53 would be read as text.
	const isWide = Number.isInteger(value) && !Number.isSafeInteger(value);
	return isWide ? value.toExponential() : String(value);
}

/** Prints a key, quoted only where it must be. */
export function printKey(key: string): string {
	return /^[A-Za-z_][\w.|-]*$/.test(key) ? key : quote(key);
}

function quote(text: string): string {
	let escaped = "";
	let isPlain = true;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charAt(at);
		const code = text.charCodeAt(at);
		const isLetter = code >= 0xa1 && code < 0x2000;
		if (unit === '"' || unit === "\\") escaped += `\\${unit}`;
		else if ((code >= 0x20 && code < 0x7f) || isLetter) escaped += unit;
		else {
			isPlain = false;
			escaped += `\\u${code.toString(16).padStart(4, "0")}`;
		}
	}
	return isPlain ? `'${text.replaceAll("'", "''")}'` : `"${escaped}"`;
}
