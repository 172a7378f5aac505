import { followFence } from "../document/fence-marks";
import { breakLiveTemplates } from "../safe/fence-code";
import { safeFenceLanguage } from "../safe/fence-language";

const JOINER = "\u2060";

/** Fences that show something of the vault without running code: queries, diagrams, our own. */
const SHOWN: ReadonlySet<string> = new Set(
	"dataview base query tasks mermaid math latex detection-vault callout".split(" "),
);

/** The opening of a fence, also in a list or quote. */
const OPENING = /^([>\s\d.)*+-]*)(`{3,}|~{3,})[ \t]*([^\s`~]+)/;
/** A code span that Dataview, JS Engine or Templater would run as JavaScript. */
const LIVE_SPAN = /(`[ \t]*)(?=\$=|(?:dv|js|!js|tp)[:=\s])/g;
const LIVE_SCHEME = /^(?:javascript|vbscript|data|blob):/i;
/** The address of a link or of its definition, as far as it matters: a scheme can be spelt with references, escapes and spaces. */
const ADDRESS = /(\][(:][ \t\n<]*)([^\s<>)][^\n<>)]{0,150})/g;
/** Elements that bring in or run something, and attributes of any other that do. */
const LIVE_ELEMENT =
	/<(?=\/?(?:script|iframe|frame|object|embed|applet|link|meta|base|style|form|svg|math)\b)/gi;
const LIVE_ATTRIBUTE = /<(?=[a-z][^<>]*[\s/"'](?:on[a-z]+|srcdoc|formaction)[ \t]*=)/gi;
const LIVE_VALUE = /<(?=[a-z][^<>]*=[\s"']*(?:javascript|vbscript|data):)/gi;
/** An attribute whose value hides signs at its start. */
const HIDDEN_VALUE =
	/<(?=[a-z][^<>]*=[\s"']*[a-z\s]{0,20}(?:&(?:#|colon|tab|newline)|[\t\n\r][a-z]{0,20}:))/gi;

/**
 * Gives a block of somebody's note so that no code in it runs: scripts of query plugins, Templater tags, scripting addresses, active
 * HTML. All else stays as its author wrote it: links, embeds, tags, tables, queries, plain HTML. Doing it twice changes nothing.
 */
export function disarmBlock(block: string): string {
	const text = breakLiveTemplates(block);
	if (!/[`<~]|\][(:]/.test(text)) return text;
	const out: string[] = [];
	let prose: string[] = [];
	let fence = "";
	const flush = (): void => {
		if (prose.length > 0) out.push(disarmProse(prose.join("\n")));
		prose = [];
	};
	for (const line of text.split("\n")) {
		const wasOpen = fence !== "";
		fence = followFence(line.trimEnd(), fence);
		if (wasOpen || fence !== "") {
			flush();
			out.push(wasOpen ? line : disarmOpening(line));
		} else prose.push(disarmOpening(line));
	}
	flush();
	return out.join("\n");
}

function disarmOpening(line: string): string {
	return line.replace(OPENING, (opening, prefix: string, marks: string, language: string) => {
		const isShown = SHOWN.has(language.toLowerCase()) || language.startsWith("ad-");
		return isShown ? opening : prefix + marks + safeFenceLanguage(language);
	});
}

/** Times that prose is looked at again, since a bracket made plain can bring an attribute behind it to the one before. */
const PASSES = 8;

function disarmProse(text: string): string {
	let current = text;
	for (let pass = 0; pass < PASSES; pass++) {
		const next = disarmOnce(current);
		if (next === current) return current;
		current = next;
	}
	return current.replace(/<(?=[a-z/])/gi, "&lt;");
}

function disarmOnce(text: string): string {
	return text
		.replace(LIVE_SPAN, `$1${JOINER}`)
		.replace(ADDRESS, disarmAddress)
		.replace(LIVE_ELEMENT, "&lt;")
		.replace(LIVE_ATTRIBUTE, "&lt;")
		.replace(LIVE_VALUE, "&lt;")
		.replace(HIDDEN_VALUE, "&lt;");
}

function disarmAddress(link: string, start: string, address: string): string {
	return LIVE_SCHEME.test(readAddress(address)) ? start + JOINER + address : link;
}

const NAMED: ReadonlyMap<string, string> = new Map([
	["colon", ":"],
	["tab", ""],
	["newline", ""],
]);

/**
 * An address as a browser takes it: character references and escapes resolved (CommonMark 0.31, 2.4 and 2.5), without spaces and control
 * characters.
 */
function readAddress(address: string): string {
	return address
		.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{3,7}));/gi, (written, decimal, hex, name) => {
			if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? written;
			const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
		})
		.replace(/\\(?=[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g, "")
		.replace(/[\s\p{Cc}]+/gu, "");
}
