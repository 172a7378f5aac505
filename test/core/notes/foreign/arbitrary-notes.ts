import fc from "fast-check";

const headings = fc.constantFrom(
	...[
		"Description",
		"Detection",
		"Notes",
		"Our tuning",
		"Clear Command History",
		"Ours",
		"🙂",
		"",
		"C #",
	],
	...["Test: Empty", "Inputs", "Run", "Rule"],
);

const block = fc.oneof(
	fc.constantFrom(
		"Short.",
		"A longer line of text that nobody else would write twice.",
		"Whoever clears a history hides what was typed, and that is all.",
		"- one\n- two",
		"| a | b |\n| --- | --- |\n| 1 | 2 |",
		"```kql\nDeviceEvents\n\n| take 1\n```",
		"```text\n# not a heading",
		"~~~\n```\n~~~",
		"Text\n```sh\nls\n```",
		"---",
		"> [!note]\n> Said.",
		"    indented",
		"```",
	),
	fc.string({ maxLength: 12 }),
);

const part = fc.oneof(
	{ weight: 2, arbitrary: block },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.integer({ min: 1, max: 6 }), headings)
			.map(([level, heading]) => `${"#".repeat(level)} ${heading}`),
	},
);

/** The body of a note: headings, paragraphs, tables and fences, closed or not. */
const arbitraryBody = fc
	.tuple(fc.array(part, { maxLength: 14 }), fc.constantFrom("\n\n", "\n"), fc.boolean())
	.map(([parts, join, ends]) => parts.join(join) + (ends ? "\n" : ""));

const property = fc.constantFrom(
	"owner: a",
	"Owner: b",
	"reviewed: 2026-01-01",
	"tags: [techniques, T1070_003, x]",
	"tags:\n  - techniques\n  - lab",
	"tags: techniques",
	"aliases: []",
	"aliases: [Wipe]",
	"score: 3 # ours",
	"note: |\n  two\n  lines",
);

/** A technique note's text, with front matter that is ours, another's, or none. */
export const arbitraryNote = fc
	.tuple(
		fc.uniqueArray(property, { selector: (line) => line.split(":")[0], maxLength: 5 }),
		arbitraryBody,
	)
	.map(([properties, body]) => `---\nattack_id: T1070.003\n${properties.join("\n")}\n---\n${body}`);
