import type { LinkValue } from "../../../core/model/value";

/** A link to a note under its title. */
export function noteLink(path: string, display: string): LinkValue {
	return { kind: "link", type: "file", path, display, embed: false };
}
