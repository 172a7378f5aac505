import { parseFrontMatterTags } from "obsidian";

/** Tells from a note's front matter whether it is a runbook: by its id, or its tag. */
export function isRunbook(frontMatter: unknown): boolean {
	if (typeof frontMatter !== "object" || frontMatter === null) return false;
	if (Object.hasOwn(frontMatter, "runbook_id")) return true;
	const tags = parseFrontMatterTags(frontMatter) ?? [];
	return tags.some((tag) => tag.toLowerCase() === "#atomic_test");
}
