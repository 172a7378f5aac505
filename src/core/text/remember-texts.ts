import { keepText } from "./keep-text";

/**
 * Makes something of a text once, and gives the same again for an equal text.
 *
 * What is made does not refer to the longer text that its text was taken from. With `most` entries it starts anew, so that it does not grow
 * with every edit.
 */
export function rememberTexts<T>(most: number, make: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const found = known.get(text);
		if (found !== undefined) return found;
		if (known.size >= most) known.clear();
		const kept = keepText(text);
		const made = make(kept);
		known.set(kept, made);
		return made;
	};
}
