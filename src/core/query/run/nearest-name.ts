import { suggestName } from "../../text/suggest-name";

/** Gives the known name that another one is written like but for letter case, `-`, `_` and blanks, else the one that is two letters off. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
	const others = [...known].filter((other) => other !== name).sort();
	const bare = strip(name);
	return others.find((other) => strip(other) === bare) ?? suggestName(name, others);
}

function strip(name: string): string {
	return name.toLowerCase().replace(/[-_\s]+/g, "");
}
