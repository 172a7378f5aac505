/** A Windows channel with the titles of its events. */
export interface Channel {
	readonly name: string;
	/** Lower case. */
	readonly aliases: readonly string[];
	readonly titles: ReadonlyMap<string, string>;
}

/** A log that names its events by words, or not at all. */
export interface NamedLog {
	readonly name: string;
	/** The canonical event that everything in it is, null where it holds several kinds. */
	readonly id: string | null;
	readonly title: string;
	/** Lower case. */
	readonly aliases: readonly string[];
}

/** An event of one provider: `Sysmon`, `1`. */
export interface Instance {
	readonly provider: string;
	/** Null for all of the provider's. */
	readonly event: string | null;
	/** Whether it belongs to the main instance, as the connection of a pipe to its creation. */
	readonly isMain: boolean;
}

/** A canonical event and how each vendor says it. */
export interface CanonicalEvent {
	readonly id: string;
	readonly title: string;
	readonly windows: readonly Instance[];
	readonly linux: readonly Instance[];
	readonly macos: readonly Instance[];
	/** The log that holds it where a system has none of its own. */
	readonly log: string | undefined;
	/** Names by the letter of their line: `s e a c k y`. */
	readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Reads channels: a line `# name | other names`, then a line `id title` for each event. */
export function readChannels(text: string): readonly Channel[] {
	const channels: { name: string; aliases: string[]; titles: Map<string, string> }[] = [];
	for (const line of linesOf(text)) {
		if (line.startsWith("# ")) {
			const [name = "", ...others] = line.slice(2).split(" | ");
			channels.push({ name, aliases: [name, ...others].map(fold), titles: new Map() });
			continue;
		}
		const space = line.indexOf(" ");
		channels.at(-1)?.titles.set(line.slice(0, space), line.slice(space + 1));
	}
	return channels;
}

/** Reads logs: `name | canonical id or - | title | other names`. */
export function readLogs(text: string): readonly NamedLog[] {
	return linesOf(text).map((line) => {
		const [name = "", id = "-", title = "", ...others] = line.split(" | ");
		return { name, id: id === "-" ? null : id, title, aliases: [name, ...others].map(fold) };
	});
}

/** Reads canonical events: a line `id title`, then lines of a letter, a space and names. */
export function readCanonicalEvents(text: string): readonly CanonicalEvent[] {
	const blocks: { id: string; title: string; names: Map<string, string[]> }[] = [];
	for (const line of linesOf(text)) {
		const space = line.indexOf(" ");
		const head = line.slice(0, space);
		const rest = line.slice(space + 1);
		if (head.length > 1) blocks.push({ id: head, title: rest, names: new Map() });
		else blocks.at(-1)?.names.set(head, splitNames(head, rest));
	}
	return blocks.map(({ id, title, names }) => ({
		...{ id, title, names },
		windows: readInstances(names.get("w")),
		linux: readInstances(names.get("l")),
		macos: readInstances(names.get("m")),
		log: names.get("o")?.[0],
	}));
}

/** Instances name providers with spaces in them, so these lines are cut where an event ends; actions stand apart by bars. */
function splitNames(letter: string, text: string): string[] {
	if (letter === "o") return [text];
	if (letter === "a") return text.split(" | ");
	if (!"wlm".includes(letter)) return text.split(" ");
	const names: string[] = [];
	let open = "";
	for (const word of text.split(" ")) {
		open = open === "" ? word : `${open} ${word}`;
		if (!word.includes(":")) continue;
		names.push(open);
		open = "";
	}
	return names;
}

function readInstances(names: readonly string[] | undefined): readonly Instance[] {
	return (names ?? []).map((name, index) => {
		const colon = name.lastIndexOf(":");
		const provider = name.slice(0, colon).replace(/^\+/, "");
		const isMain = index === 0 || name.startsWith("+");
		const event = name.slice(colon + 1);
		return { provider, event: event === "-" ? null : event, isMain };
	});
}

function linesOf(text: string): string[] {
	return text.split("\n").filter((line) => line !== "");
}

function fold(text: string): string {
	return text.toLowerCase();
}
