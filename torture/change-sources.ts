import type { Random } from "./random";
import type { Sources } from "./load-sources";

/** Lines that a new version of a source may change without ceasing to be what it is: words of prose, values, items of lists. */
const WORDY = /[A-Za-z]{4,} [A-Za-z]{3,}/;
const STRUCTURE =
	/^\s*(?:[{}[\]]|---|```|"?(?:id|uuid|guid|type|spec_version|auto_generated_guid|rule_id|attack_technique)\b)/;

/** Gives sources as a later version would have them: of each kind about one file in `times` says something new. */
export function changeSources(
	sources: Sources,
	random: Random,
	mark: string,
	times: number,
): Sources {
	let count = 0;
	const change = (files: Readonly<Record<string, string>>): Record<string, string> =>
		Object.fromEntries(
			Object.entries(files).map(([path, text]) => {
				if (path.endsWith(".json")) return [path, changeBundle(text, random, mark, times)];
				return [path, random.oneIn(times) ? changeText(text, random, `${mark}n${count++}`) : text];
			}),
		);
	return {
		attack: change(sources.attack),
		rules: change(sources.rules),
		atomics: change(sources.atomics),
	};
}

function changeText(text: string, random: Random, mark: string): string {
	const lines = text.split("\n");
	for (let edits = 1 + random.below(3); edits > 0; edits--) {
		const places = lines.flatMap((line, at) =>
			WORDY.test(line) && !STRUCTURE.test(line) ? [at] : [],
		);
		if (places.length === 0) return lines.join("\n");
		const at = random.pick(places);
		const line = lines[at] ?? "";
		const changed = line.replace(WORDY, (words) => `${words} ${mark}`);
		switch (random.below(4)) {
			case 0:
				lines.splice(at, 1, line, changed);
				break;
			case 1:
				lines.splice(at, 1);
				break;
			default:
				lines[at] = changed;
		}
	}
	return lines.join("\n");
}

interface Described {
	description?: string;
	name?: string;
	revoked?: boolean;
	x_mitre_platforms?: string[];
	x_mitre_version?: string;
	type: string;
}

function changeBundle(text: string, random: Random, mark: string, times: number): string {
	const bundle = JSON.parse(text) as { objects: Described[] };
	let count = 0;
	for (const object of bundle.objects) {
		if (object.type !== "attack-pattern" || !random.oneIn(times)) continue;
		const own = `${mark}n${count++}`;
		switch (random.below(6)) {
			case 0:
				object.name = `${object.name ?? ""} ${own}`;
				break;
			case 1:
				object.x_mitre_platforms = [...(object.x_mitre_platforms ?? []), own];
				break;
			case 2:
				object.description = `${own} opens it.\n\n${object.description ?? ""}`;
				break;
			case 3:
				object.revoked = true;
				break;
			default:
				object.description = (object.description ?? "").replace(
					WORDY,
					(words) => `${words} ${own}`,
				);
				object.x_mitre_version = `${own}.0`;
		}
	}
	return JSON.stringify(bundle, null, 1);
}
