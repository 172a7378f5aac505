import type { RuleContext } from "../rule-reader";
import { listConfStanzas } from "./conf-stanzas";

/**
 * Reads the macros of a `macros.conf`: a stanza for each, named with the number of its arguments (`[ports(2)]`), in which `args` names them
 * and `definition` is the text that a call stands for. A macro that is an expression (`iseval`) gives another text for each call, and is
 * left out. Source: Splunk Admin Manual, "macros.conf".
 */
export function readMacrosConf(text: string): readonly RuleContext[] {
	return listConfStanzas(text).flatMap(({ name, settings }): RuleContext[] => {
		const valueOf = (key: string): string => settings.get(key)?.value ?? "";
		if (!settings.has("definition") || /^\s*(?:1|t|true)\s*$/i.test(valueOf("iseval"))) return [];
		const names = valueOf("args").split(",");
		return [
			{
				what: "splunk-macro",
				name: name.replace(/\(\d+\)$/, ""),
				arguments: names.map((argument) => argument.trim()).filter((argument) => argument !== ""),
				definition: valueOf("definition"),
				description: valueOf("description"),
			},
		];
	});
}
