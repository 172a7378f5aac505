const SEPARATOR = /[,\s]+/;

/** Gives the tags, with `#`, that a property holds in one text: parted by commas and blanks. */
export function splitTags(text: string): readonly string[] {
	const names = text.split(SEPARATOR).filter((name) => name !== "");
	return names.map((name) => (name.startsWith("#") ? name : `#${name}`));
}
