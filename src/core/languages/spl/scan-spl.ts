import { endOfLine } from "../../text/end-of-line";
import type { Span } from "../../text/span";
import { endOfBent, isBentDouble, stripBent } from "../syntax/bent-quotes";
import {
	BREAK,
	CLASSES,
	classAt,
	classOf,
	isDigit,
	isEscapable,
	isNumberStart,
	OPERATOR,
	SPACE,
} from "./character-classes";
import { beginsStage, scanModeOf, type ScanMode } from "./command-words";
import { findCall } from "./expand-macros";
import { missesPipe } from "./missing-pipes";
import { findRemarkEnd, findStringEnd } from "./quoted-text";
import type { SplToken, SplTokenKind } from "./spl-token";

/** An open bracket, and how words were told apart before it. */
interface OpenBracket {
	readonly text: "(" | "[";
	readonly outer: ScanMode;
}

const TERM_END = /[\0-\x20\xa0\ufeff\u200b\u2028()[\]|,=<>"`!\\]/g;
const NAME_END = /[\0-\x20\xa0\ufeff\u200b\u2028()[\]|,=<>+\-*/%.;!"'`&^~?]/g;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/**
 * Reads SPL with macros written out into tokens, in one pass, and tells what breaks off in it.
 *
 * SPL has no words of its own: in a search `a-b*` is one, in an expression four, so the command that begins a stage decides. Text between
 * three backticks has no token, and neither has a line behind a number sign or two slashes, as people remark between lines. A string that is
 * not closed ends with its line. Where a line begins with a command and no pipe stands before it, a pipe of no length does.
 */
export function scanSpl(text: string): SplScan {
	const scanner = new SplScanner(text);
	scanner.run();
	return scanner;
}

/** A text's tokens, and what is wrong with it before it has any meaning. */
export interface SplScan {
	readonly tokens: readonly SplToken[];
	readonly faults: readonly { readonly message: string; readonly span: Span }[];
}

class SplScanner {
	readonly tokens: SplToken[] = [];
	readonly faults: { message: string; span: Span }[] = [];
	private readonly text: string;
	private readonly open: OpenBracket[] = [];
	private mode: ScanMode = "search";
	private command = "";
	private at = 0;
	private lastEnd = -1;
	private isQuoteLeft = true;
	private isRemarkLeft = true;
	private nextApostrophe = -1;

	constructor(text: string) {
		this.text = text;
	}

	run(): void {
		this.beginStage(false, true);
		const { text } = this;
		while (this.at < text.length) {
			const code = text.charCodeAt(this.at);
			const kind = CLASSES[code] ?? classOf(code);
			if (kind === SPACE) this.at++;
			else if ((code === 35 || code === 47) && this.skipRemark()) continue;
			else if (code === 96) this.readBacktick();
			else if (code === 34) this.readString();
			else if (code === 39 && this.mode !== "search") this.readSingleQuoted();
			else if (kind === 0 || !this.readSymbol(code, kind)) this.readWord();
		}
	}

	private add(kind: SplTokenKind, end: number): void {
		const start = this.at;
		const isGlued = this.lastEnd === start;
		this.tokens.push({ kind, text: this.text.slice(start, end), start, end, isGlued });
		this.lastEnd = this.at = end;
	}

	/** Passes over a remark; one without an end is none, and no later one has any. */
	private skipRemark(): boolean {
		const { text, at } = this;
		const isBehind = this.mode !== "search" && text.startsWith(" #", at - 1);
		const mayStart = isBehind || this.isLineStart();
		const end = this.isRemarkLeft && mayStart ? findRemarkEnd(text, at) : at;
		this.isRemarkLeft &&= end !== undefined;
		this.at = end ?? at;
		return this.at > at;
	}

	/** Whether a line break stands before this place, and no token behind that. */
	private isLineStart(): boolean {
		const { text, lastEnd, at } = this;
		return lastEnd === -1 || text.slice(lastEnd, at).includes("\n");
	}

	private readBacktick(): void {
		const { text, at } = this;
		if (text.startsWith("```", at)) {
			const end = text.indexOf("```", at + 3);
			if (end === -1) this.tell("this comment has no end", at + 3);
			this.at = end === -1 ? text.length : end + 3;
			return;
		}
		const { end, isOpen } = findCall(text, at);
		if (isOpen) this.tell("this macro has no closing backtick", end);
		this.add(isOpen ? "broken" : "macro", end);
	}

	private readString(): void {
		const end = this.isQuoteLeft ? findStringEnd(this.text, this.at) : undefined;
		this.isQuoteLeft &&= end !== undefined;
		if (end !== undefined && !this.holdsStage(end)) {
			this.add("string", end);
			return;
		}
		const lineEnd = endOfLine(this.text, this.at);
		this.tell("this text has no closing quotation mark", lineEnd);
		this.add("broken", lineEnd);
	}

	/** Whether a pipe starts a line of a search's value: it was not closed, and the next one's quote is taken for its own. */
	private holdsStage(end: number): boolean {
		const { text, at, mode } = this;
		return mode === "search" && /\n[^\S\n]*\|/.test(text.slice(at, end));
	}

	private tell(message: string, end: number): void {
		this.faults.push({ message, span: { start: this.at, end } });
	}

	/** A name between single quotes; an apostrophe that nothing closes in its line is a word's. */
	private readSingleQuoted(): void {
		const { text, at } = this;
		if (this.nextApostrophe <= at) {
			const next = text.indexOf("'", at + 1);
			this.nextApostrophe = next === -1 ? text.length : next;
		}
		const end = this.nextApostrophe;
		if (end === text.length || text.slice(at, end).includes("\n")) this.readWord();
		else this.add("field", end + 1);
	}

	/** Reads brackets, pipes, commas and comparisons, and in an expression the other operators. */
	private readSymbol(code: number, kind: number): boolean {
		const { text, at, mode } = this;
		const next = text.charCodeAt(at + 1);
		// `!=`
		if (code === 33 && next === 61) this.add("symbol", at + 2);
		else if (kind === BREAK) {
			// `==`, `<=`, `>=`, and `<<NAME>>` of a template
			if (code === 60 && next === 60 && mode === "eval") return false;
			const isPair = next === 61 && (code === 61 || code === 60 || code === 62);
			this.add("symbol", isPair ? at + 2 : at + 1);
			this.followBracket(code);
		} else if (kind === OPERATOR && mode === "eval") {
			// `.5` is a number, `a.b` two fields or one.
			if (code === 46 && isDigit(next) && !this.followsValue()) return false;
			this.add("symbol", at + 1);
		} else return false;
		return true;
	}

	/** Whether a value ends right before this place. */
	private followsValue(): boolean {
		const last = this.tokens.at(-1);
		return last?.end === this.at && (last.kind !== "symbol" || last.text === ")");
	}

	private followBracket(code: number): void {
		switch (code) {
			case 124:
				this.beginStage(true, false);
				return;
			case 91:
				this.open.push({ text: "[", outer: this.mode });
				this.beginStage(false, false);
				return;
			case 40: {
				this.open.push({ text: "(", outer: this.mode });
				const called = this.tokens.at(-2)?.text.toLowerCase();
				if (called === "eval") this.mode = "eval";
				return;
			}
			case 41:
			case 93:
				this.closeBracket(code === 41 ? "(" : "[");
		}
	}

	/** Closes the innermost bracket of a kind; round ones left open in square ones end with them. */
	private closeBracket(text: "(" | "["): void {
		if (text === "(" && this.open.at(-1)?.text !== "(") return;
		let last = this.open.pop();
		while (last !== undefined && last.text !== text) last = this.open.pop();
		if (last !== undefined) this.mode = last.outer;
	}

	/** Looks at the command ahead; without a pipe before it, only a bracket or a command that makes events begins one. */
	private beginStage(isPiped: boolean, isFirst: boolean): void {
		const ahead = /[A-Za-z_][\w-]*(?=[\s([|"'`]|$)/y;
		ahead.lastIndex = this.skipBlank();
		const command = ahead.exec(this.text)?.[0].toLowerCase();
		this.command = command ?? "";
		if (command === undefined) this.mode = isPiped ? "arguments" : "search";
		else if (isPiped || beginsStage(command, isFirst)) this.mode = scanModeOf(command);
		else this.mode = "search";
	}

	/** Passes over white space and comments; gives where the next token starts. */
	private skipBlank(): number {
		const { text } = this;
		for (;;) {
			while (this.at < text.length && classAt(text, this.at) === SPACE) this.at++;
			if (!text.startsWith("```", this.at)) return this.at;
			this.readBacktick();
		}
	}

	private readWord(): void {
		if (isBentDouble(this.text.charCodeAt(this.at)) && this.readBent()) return;
		const isExpression = this.mode === "eval";
		const end = isExpression ? this.findNameEnd() : this.findTermEnd();
		if (this.addPipe(end)) return;
		if (!isExpression) {
			this.add("word", end);
			return;
		}
		NUMBER.lastIndex = this.at;
		const isNumber = isNumberStart(this.text.charCodeAt(this.at)) && NUMBER.test(this.text);
		if (isNumber && NUMBER.lastIndex >= end) this.add("number", NUMBER.lastIndex);
		else this.add("word", end);
	}

	/** Reads a text between bent quotation marks; one that nothing closes in its line begins a word. */
	private readBent(): boolean {
		const end = endOfBent(this.text, this.at);
		if (stripBent(this.text.slice(this.at, end)) === undefined) return false;
		this.tell("bent quotation marks, read as straight ones", end);
		this.add("string", end);
		return true;
	}

	/** Puts a pipe before a command that starts a line without one. */
	private addPipe(end: number): boolean {
		const { text, at } = this;
		const before = this.tokens.at(-1);
		if (before === undefined || !this.isLineStart()) return false;
		if (!missesPipe(text, { start: at, end }, this.command, before)) return false;
		this.tell(`a pipe is missing before \u201C${text.slice(at, end)}\u201D`, end);
		this.tokens.push({ kind: "symbol", text: "|", start: at, end: at, isGlued: false });
		this.lastEnd = at;
		this.beginStage(true, false);
		return true;
	}

	/** The end of a word of a search: all but spaces, brackets, quotes, commas and comparisons. */
	private findTermEnd(): number {
		const { text } = this;
		for (let from = this.at; ; from++) {
			const at = findNext(TERM_END, text, from);
			const code = text.charCodeAt(at);
			from = at;
			if (code === 92) {
				if (isEscapable(text.charCodeAt(at + 1))) from++;
			} else if (code !== 33 || text.charCodeAt(at + 1) === 61) return Math.max(at, this.at + 1);
		}
	}

	/** The end of a name or number in an expression; dots join names. */
	private findNameEnd(): number {
		const { text } = this;
		if (text.startsWith("<<", this.at)) {
			const end = text.slice(this.at, this.at + 100).indexOf(">>");
			if (end !== -1) return this.at + end + 2;
		}
		let at = findNext(NAME_END, text, this.at);
		while (text.charCodeAt(at) === 46) {
			const next = findNext(NAME_END, text, at + 1);
			if (next === at + 1) break;
			at = next;
		}
		return Math.max(at, this.at + 1);
	}
}

/** Where the first character that `marks` (a global expression for one) accepts stands, or the end of the text. */
function findNext(marks: RegExp, text: string, from: number): number {
	marks.lastIndex = from;
	return marks.test(text) ? marks.lastIndex - 1 : text.length;
}
