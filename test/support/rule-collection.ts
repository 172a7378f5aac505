/** Gives the id of a numbered rule. */
export function collectionId(number: number): string {
	return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** Gives the path of a numbered rule's note. */
export function collectionNote(number: number): string {
	return `Detection Rules/Sigma/Rare process ${number}.md`;
}

/** Writes numbered Sigma rules as a repository has them, by path, in three folders by turns. */
export function writeCollection(root: string, numbers: Iterable<number>): Record<string, string> {
	const files: Record<string, string> = {};
	for (const number of numbers) files[`${root}/${collectionFile(number)}`] = writeRule(number);
	return files;
}

/** Gives where a numbered rule lies in its repository. */
export function collectionFile(number: number): string {
	const folder = ["windows/process", "windows/registry", "linux"][number % 3] ?? "";
	return `rules/${folder}/rare_${number}.yml`;
}

function writeRule(number: number): string {
	return [
		`title: Rare process ${number}`,
		`id: ${collectionId(number)}`,
		"status: test",
		"tags: [attack.t1059]",
		"logsource: { category: process_creation, product: windows }",
		"detection:",
		"    selection:",
		`        Image|endswith: '\\rare${number}.exe'`,
		"    condition: selection",
		"level: low",
		"",
	].join("\n");
}
