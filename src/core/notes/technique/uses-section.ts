import type { AttackUse } from "../../model/attack";
import { defuseInline } from "../safe/defuse-inline";
import { convertListItem, type AttackTextContext } from "./attack-text";
import { writeWebLink } from "./web-link";

/** Writes what mitigates or uses a technique, one a line, with what ATT&CK says about it. */
export function writeUses(uses: readonly AttackUse[], context: AttackTextContext): string[] {
	return uses.map((use) => {
		const lead = namesItself(use) ? "" : writeName(use);
		return convertListItem(lead, use.description, use.citations, context);
	});
}

/** Whether the text's first link is to the object itself, as in "[APT29](…) has used …". */
function namesItself({ url, description }: AttackUse): boolean {
	const first = description.indexOf("](");
	if (url === null || first === -1) return false;
	return description.startsWith(url, first + 2) && description[first + 2 + url.length] === ")";
}

function writeName({ id, name, url }: AttackUse): string {
	const text = id === "" || id === name ? name : `${id} ${name}`;
	return url === null ? defuseInline(text) : writeWebLink(text, url);
}
