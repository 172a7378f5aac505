/**
 * Reads what a front matter that is no YAML most likely means: `key: value`, `key: [a, b]` and lists below a key, line by line.
 *
 * Only for telling which note it is, never for writing it back.
 */
export function readLooseProperties(raw: string): ReadonlyMap<string, string | readonly string[]> {
	const properties = new Map<string, string | readonly string[]>();
	let list: string[] | undefined;
	for (const line of raw.split("\n")) {
		const entry = /^([A-Za-z_][\w -]*):(.*)$/.exec(line.trimEnd());
		if (entry !== null) {
			const key = (entry[1] ?? "").trim();
			const value = (entry[2] ?? "").trim();
			list = value === "" ? [] : undefined;
			if (!properties.has(key)) properties.set(key, list ?? readLooseValue(value));
			continue;
		}
		const content = line.trim();
		if (content.startsWith("- ")) list?.push(unquote(content.slice(2)));
	}
	return properties;
}

function readLooseValue(value: string): string | readonly string[] {
	if (!value.startsWith("[")) return unquote(value);
	const inner = value.slice(1, value.endsWith("]") ? -1 : undefined);
	return inner
		.split(",")
		.map(unquote)
		.filter((item) => item !== "");
}

function unquote(text: string): string {
	return text.trim().replace(/^["']|["']$/g, "");
}
