/** Entities that ATT&CK's texts use, and their near kin (HTML 5, named character references). */
const NAMED: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " ", bsol: "\\", sol: "/" },
		...{ lbrace: "{", lcub: "{", rbrace: "}", rcub: "}", lbrack: "[", lsqb: "[", rbrack: "]" },
		...{ rsqb: "]", lpar: "(", rpar: ")", grave: "`", ast: "*", lowbar: "_", verbar: "|" },
		...{ vert: "|", num: "#", dollar: "$", percnt: "%", colon: ":", comma: ",", period: "." },
		...{ semi: ";", equals: "=", plus: "+", excl: "!", quest: "?", commat: "@", hat: "^" },
		...{ ndash: "–", mdash: "—", hellip: "…", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" },
		...{ copy: "©", reg: "®", trade: "™", middot: "·", bull: "•", rarr: "→", larr: "←" },
	}),
);

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/y;

/** An entity at some place of a text: the character it stands for, and its length in the text. */
export interface Entity {
	readonly character: string;
	readonly length: number;
}

/** Reads the HTML entity that starts at an offset, undefined where none does or it is not a known one. */
export function readEntity(text: string, at: number): Entity | undefined {
	ENTITY.lastIndex = at;
	const match = ENTITY.exec(text);
	if (match === null) return undefined;
	const [all, decimal, hexadecimal, name] = match;
	const character =
		name === undefined
			? characterOf(decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal))
			: NAMED.get(name);
	return character === undefined ? undefined : { character, length: all.length };
}

/** Replaces every known entity of a text by its character. */
export function decodeEntities(text: string): string {
	if (!text.includes("&")) return text;
	let out = "";
	let from = 0;
	for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
		const entity = readEntity(text, at);
		if (entity === undefined) continue;
		out += text.slice(from, at) + entity.character;
		from = at + entity.length;
	}
	return out + text.slice(from);
}

/** Control characters, halves of pairs and the private use area stand for nothing that a note could show. */
function characterOf(code: number): string | undefined {
	if (code === 9 || code === 10 || code === 13 || code === 160) return " ";
	const isShown = code > 31 && code < 0x110000 && (code < 127 || code > 159);
	return isShown && (code < 0xd800 || code > 0xf8ff) ? String.fromCodePoint(code) : undefined;
}
