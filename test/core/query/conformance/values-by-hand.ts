import type { Json } from "../../../../src/core/query/encode-value";

/** A duration as JSON. */
export function span(units: Readonly<Record<string, number>>): Json {
	return { $duration: units };
}

/** A link to a note as JSON. */
export function file(path: string, more: Readonly<Record<string, Json>> = {}): Json {
	return { $link: { path, type: "file", embed: false, ...more } };
}

/** A link to a heading as JSON. */
export function heading(
	path: string,
	subpath: string,
	more: Readonly<Record<string, Json>> = {},
): Json {
	return { $link: { path, type: "header", embed: false, subpath, ...more } };
}

/** A link to a block as JSON. */
export function block(
	path: string,
	subpath: string,
	more: Readonly<Record<string, Json>> = {},
): Json {
	return { $link: { path, type: "block", embed: false, subpath, ...more } };
}

/** A web link as JSON. */
export function web(url: string, display: string): Json {
	return { $widget: "dataview:external-link", url, display };
}
