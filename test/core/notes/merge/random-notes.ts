import fc from "fast-check";

/** A note as a model, so that edits know what they touch. */
export interface NoteModel {
	readonly properties: readonly PropertyModel[];
	readonly sections: readonly SectionModel[];
}

export interface PropertyModel {
	readonly key: string;
	readonly value: string | readonly string[];
	/** How a person wrote it: one item a line, or with a comment behind it. */
	readonly form?: "block" | "comment";
}

export interface SectionModel {
	/** Stays with a section through every edit. */
	readonly id: string;
	readonly level: number;
	readonly title: string;
	readonly lines: readonly string[];
}

export type Edit = readonly [kind: number, place: number, detail: number];

const line = fc.oneof(
	{ weight: 6, arbitrary: fc.nat(400).map((n) => `Sentence ${n} says something about ${n % 7}.`) },
	{ weight: 2, arbitrary: fc.nat(30).map((n) => `- item ${n}`) },
	{ weight: 2, arbitrary: fc.constant("") },
	{ weight: 1, arbitrary: fc.constantFrom("same", "| a | b |", "> quoted") },
	{ weight: 1, arbitrary: fc.constant("FENCE") },
);

const titles = [
	"Description",
	"Detection",
	"Data Sources",
	"Rule",
	"False positives",
	"Notes",
	"Setup",
	"References",
];

const section = (index: number): fc.Arbitrary<SectionModel> =>
	fc.record({
		id: fc.constant(`s${index}`),
		level: fc.constantFrom(2, 3, 3, 4),
		title: fc
			.constantFrom(...titles)
			.map((title) => (index % 3 === 0 ? title : `${title} ${index}`)),
		lines: fc.array(line, { maxLength: 8 }).map(closeFences),
	});

/** Two marks make a fence; an odd one would change what headings are. */
function closeFences(lines: readonly string[]): string[] {
	return lines.flatMap((text, at) =>
		text === "FENCE" ? ["```yaml", `key${at}: value`, `more: ${at}`, "```"] : [text],
	);
}

const property: fc.Arbitrary<PropertyModel> = fc.record({
	key: fc.constantFrom("title", "status", "level", "tags", "techniques", "author"),
	value: fc.constant(""),
});

export const noteModel: fc.Arbitrary<NoteModel> = fc
	.tuple(
		fc.uniqueArray(property, { selector: ({ key }) => key, maxLength: 6 }),
		fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
		fc
			.array(fc.nat(0), { minLength: 1, maxLength: 7 })
			.chain((slots) => fc.tuple(...slots.map((_, index) => section(index)))),
	)
	.map(([properties, numbers, sections]) => ({
		properties: properties.map(({ key }, index) => ({
			key,
			value: ["tags", "techniques"].includes(key)
				? ["a", "b", "c", "d", "e"].slice(0, numbers[index])
				: `word ${numbers[index] ?? 0}`,
		})),
		sections: [{ id: "top", level: 0, title: "", lines: ["Opening."] }, ...sections],
	}));

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
	fc.tuple(fc.nat(15), fc.nat(1000), fc.nat(1000)),
	{ maxLength: 8 },
);

/** Applies edits; all text that they write begins with `who`. */
export function applyEdits(note: NoteModel, list: readonly Edit[], who: string): NoteModel {
	return list.reduce((now, edit, index) => applyEdit(now, edit, `${who} ${index}`), note);
}

function applyEdit(note: NoteModel, [kind, place, detail]: Edit, text: string): NoteModel {
	const at = place % note.sections.length;
	const target = note.sections[at];
	const inner = 1 + (place % Math.max(1, note.sections.length - 1));
	if (target === undefined) return note;
	const where = detail % (target.lines.length + 1);
	switch (kind) {
		case 0:
		case 1:
			return withLines(note, at, insert(target.lines, where, `${text} wrote this`));
		case 2:
		case 3:
			return isProtected(target.lines[where])
				? note
				: withLines(note, at, replace(target.lines, where, `${text} changed this`));
		case 4:
			return isProtected(target.lines[where])
				? note
				: withLines(note, at, remove(target.lines, where));
		case 5:
			return { ...note, sections: insert(note.sections, inner, newSection(text, detail)) };
		case 6:
			return note.sections.length > 2 ? { ...note, sections: remove(note.sections, inner) } : note;
		case 7:
			return withSection(note, inner, (part) => ({ ...part, title: `${text} heading` }));
		case 8:
			return move(note, inner, 1 + (detail % Math.max(1, note.sections.length - 1)));
		default:
			return { ...note, properties: editProperties(note.properties, kind, place, text) };
	}
}

function newSection(text: string, detail: number): SectionModel {
	return {
		id: text,
		level: 2 + (detail % 3),
		title: `${text} section`,
		lines: [`${text} body one`, "", `${text} body two`],
	};
}

function editProperties(
	properties: readonly PropertyModel[],
	kind: number,
	place: number,
	text: string,
): readonly PropertyModel[] {
	const at = place % Math.max(1, properties.length);
	const target = properties[at];
	const name = text.replace(" ", "_");
	if (target === undefined || kind === 9)
		return [...properties, { key: `${name}_own`, value: text }];
	const { value } = target;
	switch (kind) {
		case 10:
			return replace(properties, at, {
				...target,
				value: typeof value === "string" ? text : [...value, text],
			});
		case 11:
			return typeof value === "string"
				? properties
				: replace(properties, at, { ...target, value: value.slice(1) });
		case 12:
			return remove(properties, at);
		case 13:
			return replace(properties, at, { ...target, form: "block" });
		case 14:
			return replace(properties, at, { ...target, form: "comment" });
		default:
			return [...properties.slice(at), ...properties.slice(0, at)];
	}
}

function isProtected(text: string | undefined): boolean {
	return text === undefined || text.startsWith("```");
}

function withLines(note: NoteModel, at: number, lines: readonly string[]): NoteModel {
	return withSection(note, at, (part) => ({ ...part, lines }));
}

function withSection(
	note: NoteModel,
	at: number,
	change: (part: SectionModel) => SectionModel,
): NoteModel {
	return {
		...note,
		sections: note.sections.map((part, index) => (index === at ? change(part) : part)),
	};
}

function move(note: NoteModel, from: number, to: number): NoteModel {
	const moved = note.sections[from];
	return moved === undefined
		? note
		: { ...note, sections: insert(remove(note.sections, from), to, moved) };
}

function insert<Item>(list: readonly Item[], at: number, item: Item): readonly Item[] {
	return [...list.slice(0, at), item, ...list.slice(at)];
}

function remove<Item>(list: readonly Item[], at: number): readonly Item[] {
	return [...list.slice(0, at), ...list.slice(at + 1)];
}

function replace<Item>(list: readonly Item[], at: number, item: Item): readonly Item[] {
	return list.map((old, index) => (index === at ? item : old));
}

/** The note as text. */
export function writeModel({ properties, sections }: NoteModel): string {
	const front = properties.map(writeProperty).join("");
	const body = sections.map(({ level, title, lines }) => {
		const heading = level === 0 ? "" : `${"#".repeat(level)} ${title}\n\n`;
		return `${heading}${lines.map((text) => `${text}\n`).join("")}\n`;
	});
	return `---\n${front}---\n\n${body.join("").trimEnd()}\n`;
}

function writeProperty({ key, value, form }: PropertyModel): string {
	const comment = form === "comment" ? " # why" : "";
	if (typeof value === "string") return `${key}: ${value}${comment}\n`;
	if (form === "block" && value.length > 0)
		return `${key}:\n${value.map((item) => `  - ${item}\n`).join("")}`;
	return `${key}: [${value.join(", ")}]${comment}\n`;
}

/** Lines of a note below its front matter. */
export function bodyLines(text: string): string[] {
	return text
		.slice(text.indexOf("\n---\n") + 5)
		.split("\n")
		.map((line) => line.trimEnd());
}
