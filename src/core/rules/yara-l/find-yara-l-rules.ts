import { normaliseTechniqueId } from "../../text/technique-ids";
import { scanYaraL, type YaraLToken } from "../../languages/yara-l/scan-yara-l";

/** One `key = value` of a rule's `meta` section. */
export interface YaraLMeta {
	readonly key: string;
	/** The string's content with its escapes resolved, or the words of another value. */
	readonly value: string;
}

/** One rule's frame. */
export interface YaraLRule {
	readonly name: string;
	/** UTF-16 offsets of the `rule` keyword (or `private` before it) and behind the closing brace. */
	readonly start: number;
	readonly end: number;
	readonly closed: boolean;
	readonly meta: readonly YaraLMeta[];
	/** Names of the sections, in order: `meta`, `events`, `match`, `outcome`, `condition`, `options`. */
	readonly sections: readonly string[];
	/** Technique ids that stand alone in a string outside the metadata, without doubles. */
	readonly assigned: readonly string[];
}

const SECTIONS: ReadonlySet<string> = new Set([
	"meta",
	"events",
	"match",
	"outcome",
	"condition",
	"options",
	// YARA's own, so that a rule for files can be told apart.
	"strings",
	"variables",
]);

/**
 * Finds the rules of a YARA-L text with their metadata and the names of their sections; what the sections say is not read.
 *
 * Commented-out lines are no metadata. A rule whose brace is missing ends where the next `rule name {` begins a line, or with the
 * text. Keys that come twice are given twice.
 */
export function findYaraLRules(text: string): readonly YaraLRule[] {
	return new FrameReader(text, scanYaraL(text)).readRules();
}

class FrameReader {
	private readonly text: string;
	private readonly tokens: readonly YaraLToken[];
	private at = 0;

	constructor(text: string, tokens: readonly YaraLToken[]) {
		this.text = text;
		this.tokens = tokens;
	}

	readRules(): readonly YaraLRule[] {
		const rules: YaraLRule[] = [];
		while (this.at < this.tokens.length) {
			if (this.startsRule(this.at)) rules.push(this.readRule());
			else this.at++;
		}
		return rules;
	}

	private word(at: number): string {
		const token = this.tokens[at];
		return token === undefined ? "" : this.text.slice(token.start, token.end);
	}

	private is(at: number, text: string): boolean {
		const token = this.tokens[at];
		if (token === undefined || token.end - token.start !== text.length) return false;
		return this.text.startsWith(text, token.start);
	}

	/** `rule name {`, perhaps with tags before the brace. */
	private startsRule(at: number): boolean {
		if (!this.is(at, "rule") || this.tokens[at + 1]?.kind !== "word") return false;
		return this.is(at + 2, "{") || this.is(at + 2, ":");
	}

	private readRule(): YaraLRule {
		const keyword = this.is(this.at - 1, "private") ? this.at - 1 : this.at;
		const start = this.tokens[keyword]?.start ?? 0;
		const name = this.word(this.at + 1);
		this.at += 2;
		while (this.at < this.tokens.length && !this.is(this.at, "{")) this.at++;
		const meta: YaraLMeta[] = [];
		const sections: string[] = [];
		const assigned = new Set<string>();
		const end = (closed: boolean): YaraLRule => {
			const last = this.tokens[this.at - 1];
			const frame = { name, start, end: last?.end ?? this.text.length };
			return { ...frame, closed, meta, sections, assigned: [...assigned] };
		};
		let depth = 0;
		for (; this.at < this.tokens.length; this.at++) {
			const kind = this.tokens[this.at]?.kind;
			if (kind === "symbol") {
				if (this.is(this.at, "{")) depth++;
				else if (this.is(this.at, "}")) depth--;
			} else if (kind === "word") {
				const section = depth === 1 && this.is(this.at + 1, ":") ? this.word(this.at) : "";
				if (SECTIONS.has(section)) {
					sections.push(section);
					this.at++;
					if (section === "meta") this.readMeta(meta);
				} else if (this.startsRule(this.at) && this.startsLine(this.at)) return end(false);
			} else if (kind === "string") {
				const id = normaliseTechniqueId(this.word(this.at).slice(1, -1));
				if (id !== undefined) assigned.add(id);
			}
			if (depth === 0) {
				this.at++;
				return end(true);
			}
		}
		return end(false);
	}

	/** Reads `key = value` up to the next section or brace; the current token is the colon behind `meta`. */
	private readMeta(meta: YaraLMeta[]): void {
		while (this.at + 1 < this.tokens.length) {
			const key = this.tokens[this.at + 1];
			if (key === undefined || key.kind !== "word" || !this.is(this.at + 2, "=")) return;
			this.at += 3;
			meta.push({ key: this.word(this.at - 2), value: this.readValue() });
		}
	}

	/** A string, or the words up to the end of the line or the next key; strings that follow each other are one. */
	private readValue(): string {
		const first = this.tokens[this.at];
		if (first === undefined) return "";
		if (first.kind === "string" || first.kind === "raw") {
			let value = this.stringAt(this.at);
			while (this.isString(this.at + 1)) value += this.stringAt(++this.at);
			return value;
		}
		if (this.is(this.at, "}")) {
			this.at--;
			return "";
		}
		let end = first.end;
		while (this.at + 1 < this.tokens.length) {
			const next = this.tokens[this.at + 1];
			if (next === undefined || this.text.slice(end, next.start).includes("\n")) break;
			if (this.is(this.at + 1, "}") || this.is(this.at + 2, ":") || this.is(this.at + 2, "="))
				break;
			end = next.end;
			this.at++;
		}
		return this.text.slice(first.start, end).trim();
	}

	private isString(at: number): boolean {
		const kind = this.tokens[at]?.kind;
		return kind === "string" || kind === "raw";
	}

	private stringAt(at: number): string {
		const token = this.tokens[at];
		const raw = this.word(at);
		if (token?.kind === "raw")
			return raw.slice(1, raw.endsWith("`") && raw.length > 1 ? -1 : undefined);
		const content = raw.slice(1, raw.endsWith('"') && raw.length > 1 ? -1 : undefined);
		return content.replace(/\\(.)/g, (_, escaped: string) => ESCAPES.get(escaped) ?? escaped);
	}

	private startsLine(at: number): boolean {
		const start = this.tokens[at]?.start ?? 0;
		const before = this.text.lastIndexOf("\n", start - 1);
		return this.text.slice(before + 1, start).trim() === "";
	}
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "\t"],
]);
