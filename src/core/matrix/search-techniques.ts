/** What a search looks at. */
interface Searched {
	readonly id: string;
	readonly name: string;
}

/** Makes a search over ids and names: every word of the text occurs in one of them, in any letter case. An empty text finds everything. */
export function createSearch(text: string): (technique: Searched) => boolean {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return ({ id, name }) => {
		const searched = `${id} ${name}`.toLowerCase();
		return words.every((word) => searched.includes(word));
	};
}
