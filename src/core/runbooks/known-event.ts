/** What is known of a field's text. */
export interface KnownText {
	/** Ways in which it may be written: what holds for one of them holds. */
	readonly texts: readonly string[];
	/** The same in lower case. */
	readonly folded: readonly string[];
	/**
	 * `whole`: the text is known. `line`: all words of it are, but not how it begins, as the shell may write the program's folder. `end`: anything may
	 * stand in front. `part`: there may be more anywhere, such as the value of a variable.
	 */
	readonly extent: "whole" | "line" | "end" | "part";
}

/** An event that a test's commands cause, with what they say of its fields. */
export interface KnownEvent {
	/** The canonical event (`process.create`), null where the fields alone tell which rules read it. */
	readonly id: string | null;
	/** By the canonical field's id. */
	readonly fields: ReadonlyMap<string, KnownText>;
	/** All of them together: what a command says is a part of an event. */
	readonly words: KnownText;
}

/** A text that is known as far as `extent` says, in each of its spellings. */
export function knownText(
	extent: KnownText["extent"],
	...spellings: readonly (string | undefined)[]
): KnownText {
	const texts = spellings.flatMap((text) => text ?? []);
	return { texts, folded: texts.map((text) => text.toLowerCase()), extent };
}

/** Makes an event of the fields that are known. */
export function knownEvent(
	id: string | null,
	fields: Readonly<Record<string, KnownText | undefined>>,
): KnownEvent {
	const known = Object.entries(fields).flatMap(([field, text]): [string, KnownText][] =>
		text === undefined ? [] : [[field, text]],
	);
	const words = knownText("part", ...known.flatMap(([, { texts }]) => texts));
	return { id, fields: new Map(known), words };
}
