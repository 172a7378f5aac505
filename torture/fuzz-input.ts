import type { Random } from "./random";

/** What breaks readers: signs of every language, deep nesting, long runs, names of prototypes. */
const SPICE = [
	"\u0000",
	"\uFEFF",
	"\uD800",
	"\r\n",
	"\r",
	"\u2028",
	"\t",
	"---\n",
	"...\n",
	"```",
	"~~~~",
	"%%",
	"<!--",
	"<%",
	"[[",
	"]]",
	"__proto__",
	"constructor",
	"toString: 1",
	"&a [*a, *a]",
	"*a",
	"<<: *a",
	"!!js/function 'x'",
	"? ",
	"|2-\n",
	">-\n",
	"1e999",
	"-0",
	"0x",
	"9007199254740993",
	"NaN",
	"'''",
	'"""',
	"'",
	'"',
	"\\",
	"\\u{110000}",
	"(?<=a)",
	"(a+)+$",
	"%s",
	"{{",
	"}}",
	"| join (",
	"let x = ",
	"datatable(",
	"where ",
	"not (",
	" and ",
	" or ",
	"1 of them",
	"all of *",
	"|re|",
	"near ",
	"tstats ",
	"[search ",
	"eval a=",
	"`macro(",
	"sequence by ",
	"until ",
	"rule x { ",
	"events:",
	"condition:",
	"$e.",
	"#a",
	"nocase",
	"FLATTEN ",
	"WHERE ",
	"GROUP BY ",
	"=this.",
	"date(",
	"dur(",
	"link([[",
	"(x) => x",
	"key:: value",
	"- [ ] ",
	"| a | b |",
	"PK\u0003\u0004",
	"[".repeat(60),
	"(".repeat(300),
	"{".repeat(300),
	"a".repeat(500),
	" ".repeat(500),
	"\n".repeat(200),
	"- ".repeat(100),
	"> ".repeat(100),
	"#".repeat(50),
	"a:\n ".repeat(50),
];

/** Makes an input from real ones: cut, doubled, crossed with another, and with things in it that break readers. */
export function makeInput(seeds: readonly string[], random: Random, most: number): string {
	let text = cut(random.pick(seeds), random, most);
	for (let edits = 1 + random.below(6); edits > 0; edits--) text = mutate(text, seeds, random);
	return text.slice(0, most);
}

function cut(text: string, random: Random, most: number): string {
	// Most readers look at the beginning first: half of the inputs keep it.
	const start = random.oneIn(2) ? 0 : random.below(text.length);
	return text.slice(start, start + 1 + random.below(most));
}

function mutate(text: string, seeds: readonly string[], random: Random): string {
	const at = random.below(text.length + 1);
	const end = Math.min(text.length, at + random.below(40));
	switch (random.below(8)) {
		case 0:
			return text.slice(0, at) + random.pick(SPICE) + text.slice(at);
		case 1:
			return text.slice(0, at) + random.pick(SPICE) + text.slice(end);
		case 2:
			return text.slice(0, at) + text.slice(end);
		case 3:
			return text.slice(0, end) + text.slice(at);
		case 4: {
			const other = random.pick(seeds);
			const from = random.below(other.length);
			return text.slice(0, at) + other.slice(from, from + random.below(400)) + text.slice(at);
		}
		case 5:
			return (
				text.slice(0, at) +
				String.fromCharCode(random.below(random.oneIn(3) ? 65_536 : 128)) +
				text.slice(at + 1)
			);
		case 6:
			return text.slice(0, at) + text.slice(at, end).repeat(1 + random.below(30)) + text.slice(end);
		default:
			return text.slice(0, at);
	}
}
