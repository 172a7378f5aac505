import { endOfLine } from "../text/end-of-line";

/** Shells whose commands are taken apart. */
export type Shell = "cmd" | "powershell" | "sh";

/** A simple command that runs whatever happens before it. */
export interface ShellCommand {
	/** As written, without what it writes its output to. */
	readonly text: string;
	/** Its words without quotes. */
	readonly words: readonly string[];
	/** Files that it writes its output to, without quotes. */
	readonly outputs: readonly string[];
}

/** Words after which it depends on something whether commands run, up to a closing one. */
const OPENS: Readonly<Record<Shell, RegExp>> = {
	cmd: /^(?:if|for)$/i,
	powershell: /^(?:if|else|elseif|foreach|for|while|do|switch|function|try|catch|finally|trap)\b/i,
	sh: /^(?:if|for|while|until|case|select|function)$/,
};
const CLOSES = /^(?:fi|done|esac)$/;
const QUOTES: Readonly<Record<Shell, string>> = { cmd: '"', powershell: "\"'", sh: "\"'" };
const ESCAPES: Readonly<Record<Shell, string>> = { cmd: "^", powershell: "`", sh: "\\" };
const SEPARATORS: Readonly<Record<Shell, string>> = {
	cmd: "\n&|()",
	powershell: "\n;|{}&",
	sh: "\n;&|(){}",
};

/**
 * Takes a shell's text apart into the simple commands that run in any case, in order: those in a branch, a loop, a function or behind `||` are left
 * out. Linear in the text; what stands in here-documents is taken for commands.
 */
export function splitCommands(text: string, shell: Shell): readonly ShellCommand[] {
	const found: ShellCommand[] = [];
	let depth = 0;
	let isBranch = false;
	let before = "\n";
	for (const { raw, end } of cut(text, shell)) {
		const command = readCommand(raw, shell);
		const first = command?.words[0] ?? "";
		if (before === "\n" || before === ";") isBranch = false;
		if (shell === "sh" && CLOSES.test(first)) depth = Math.max(0, depth - 1);
		else if (OPENS[shell].test(first)) {
			if (shell === "sh") depth++;
			else isBranch = true;
		} else if (before === "||") isBranch = true;
		const runs = depth === 0 && !isBranch;
		if (runs && command !== undefined && command.words.length > 0) found.push(command);
		// In a POSIX shell brackets alone change nothing, unless they are a function's.
		const isBody = shell !== "sh" || depth > 0 || before === ")";
		if (isBody && (end === "{" || (end === "(" && shell !== "sh"))) depth++;
		if (isBody && (end === "}" || (end === ")" && shell !== "sh"))) depth = Math.max(0, depth - 1);
		before = end;
	}
	return found;
}

/** The pieces between a shell's separators, each with the one behind it. */
function* cut(
	text: string,
	shell: Shell,
): Generator<{ readonly raw: string; readonly end: string }> {
	let quote = "";
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? "";
		if (quote !== "") {
			if (sign === ESCAPES[shell] && shell !== "cmd" && quote === '"') at++;
			else if (sign === quote) quote = "";
		} else if (sign === ESCAPES[shell]) at++;
		else if (QUOTES[shell].includes(sign)) quote = sign;
		else if (sign === "#" && shell !== "cmd" && /\s/.test(text[at - 1] ?? "\n")) {
			yield { raw: text.slice(start, at), end: "\n" };
			start = endOfLine(text, at);
			at = start - 1;
		} else if (SEPARATORS[shell].includes(sign) && text[at - 1] !== ">") {
			const isCall = shell === "powershell" && sign === "&" && text[at + 1] !== "&";
			if (isCall) continue;
			const isTwice = (sign === "&" || sign === "|") && text[at + 1] === sign;
			yield { raw: text.slice(start, at), end: isTwice ? sign + sign : sign };
			if (isTwice) at++;
			start = at + 1;
		}
	}
	yield { raw: text.slice(start), end: "\n" };
}

/** What joins a line to the next. */
const CONTINUED: Readonly<Record<Shell, RegExp>> = {
	cmd: /\^\n/g,
	powershell: /`\n/g,
	sh: /\\\n/g,
};

/** Undefined where it is a comment or nothing. */
function readCommand(raw: string, shell: Shell): ShellCommand | undefined {
	const line = raw.replace(CONTINUED[shell], " ").trim().replace(/^@/, "");
	if (line === "" || line.startsWith("#") || line.startsWith("::") || /^rem\b/i.test(line))
		return undefined;
	const tokens = cutWords(line, shell);
	const plain = tokens.filter(({ isOutput }) => !isOutput);
	return {
		text: plain.map(({ written }) => written).join(" "),
		words: plain.map(({ word }) => word),
		outputs: tokens.flatMap(({ isOutput, word }) => (isOutput ? word : [])),
	};
}

interface Token {
	readonly written: string;
	/** Without quotes. */
	readonly word: string;
	readonly isOutput: boolean;
}

function cutWords(line: string, shell: Shell): readonly Token[] {
	const tokens: Token[] = [];
	let [written, word, quote] = ["", "", ""];
	let isOutput = false;
	const close = (): void => {
		if (written !== "") tokens.push({ written, word, isOutput });
		if (written !== "") isOutput = false;
		[written, word] = ["", ""];
	};
	for (let at = 0; at < line.length; at++) {
		const sign = line[at] ?? "";
		const isEscape =
			sign === ESCAPES[shell] && (quote === "" || (quote === '"' && shell !== "cmd"));
		if (isEscape) {
			word += line[at + 1] ?? "";
			written += line.slice(at, ++at + 1);
		} else if (quote === "" && /\s/.test(sign)) close();
		else if (quote === "" && sign === ">") {
			// What is before it may be the stream that is meant.
			if (/^[\d*]$/.test(written)) [written, word] = ["", ""];
			close();
			while (line[at + 1] === ">") at++;
			isOutput = line[at + 1] !== "&";
			if (!isOutput) at += 2;
		} else {
			const isQuote = quote === "" ? QUOTES[shell].includes(sign) : sign === quote;
			if (isQuote) quote = quote === "" ? sign : "";
			else word += sign;
			written += sign;
		}
	}
	close();
	return tokens;
}
