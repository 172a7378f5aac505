/** Gives a tag and the tags above it, nearest first: `#a/b/c`, `#a/b`, `#a`. */
export function tagWithParents(tag: string): string[] {
	const tags = [tag];
	if (!tag.includes("/")) return tags;
	for (let end = tag.lastIndexOf("/"); end !== -1; end = tag.lastIndexOf("/", end - 1)) {
		tags.push(tag.slice(0, end));
		if (end === 0) break;
	}
	return tags;
}
