import type { RuleContext } from "../rule-reader";

type Settings = Map<string, string>;

/**
 * Reads the macros of a `macros.conf`: a stanza for each, named with the number of its arguments (`[ports(2)]`), in which `args` names them
 * and `definition` is the text that a call stands for. A macro that is an expression (`iseval`) gives another text for each call, and is
 * left out. Source: Splunk Admin Manual, "macros.conf", "About configuration files".
 */
export function readMacrosConf(text: string): readonly RuleContext[] {
	return listStanzas(text).flatMap(([stanza, settings]): RuleContext[] => {
		const definition = settings.get("definition");
		if (definition === undefined || /^\s*(?:1|t|true)\s*$/i.test(settings.get("iseval") ?? ""))
			return [];
		const names = (settings.get("args") ?? "").split(",").map((name) => name.trim());
		return [
			{
				what: "splunk-macro",
				name: stanza.replace(/\(\d+\)$/, ""),
				arguments: names.filter((name) => name !== ""),
				definition,
				description: settings.get("description") ?? "",
			},
		];
	});
}

/** Gives the stanzas of a configuration with their settings; a backslash at a line's end goes on with the next line. */
function listStanzas(text: string): readonly (readonly [string, Settings])[] {
	const stanzas: (readonly [string, Settings])[] = [];
	let open: { settings: Settings; key: string } | undefined;
	for (const line of text.split(/\r?\n/)) {
		const settings = stanzas.at(-1)?.[1];
		const bare = line.endsWith("\\") ? line.slice(0, -1) : line;
		if (open !== undefined) {
			open.settings.set(open.key, `${open.settings.get(open.key) ?? ""}\n${bare}`);
		} else if (/^\s*(?:#|$)/.test(line)) continue;
		else if (line.startsWith("[") && line.trimEnd().endsWith("]")) {
			stanzas.push([line.trimEnd().slice(1, -1).trim(), new Map()]);
			continue;
		} else if (settings !== undefined) {
			const equals = bare.indexOf("=");
			if (equals === -1) continue;
			open = { settings, key: bare.slice(0, equals).trim() };
			settings.set(open.key, bare.slice(equals + 1).trim());
		}
		if (bare === line) open = undefined;
	}
	return stanzas;
}
