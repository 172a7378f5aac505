/** One setting of a stanza. */
export interface ConfSetting {
	/** Without the backslashes that join its lines; the lines stay apart. */
	readonly value: string;
	/** 1-based line on which it stands, and the column on which its value starts there, in UTF-16 units. */
	readonly line: number;
	readonly column: number;
}

/** A stanza of a configuration: what stands below a line in brackets. */
export interface ConfStanza {
	readonly name: string;
	/** Of two settings of one name the later counts. */
	readonly settings: ReadonlyMap<string, ConfSetting>;
	/** 1-based line of the brackets. */
	readonly line: number;
	/** UTF-16 offsets of the stanza, without the empty lines and comments at its end. */
	readonly start: number;
	readonly end: number;
}

interface OpenStanza extends ConfStanza {
	readonly settings: Map<string, ConfSetting>;
	end: number;
}

/** Lines that open no setting: what begins with a pipe, and what is indented and names none. */
const GOES_ON = /^\s*\||^[ \t]+(?![\w.:-]+[ \t]*=|[[#;])\S/;

/**
 * Lists the stanzas of a Splunk configuration. A backslash at a line's end goes on with the next line, and so does one that is forgotten there,
 * where the next line begins with a pipe or is indented and no setting. A name in brackets may hold brackets; what stands behind them belongs to it. Source: Splunk Admin Manual,
 * "About configuration files".
 */
export function listConfStanzas(text: string): readonly ConfStanza[] {
	const stanzas: OpenStanza[] = [];
	let key: string | undefined;
	let goesOn = false;
	let line = 0;
	let at = 0;
	for (const raw of text.split("\n")) {
		line++;
		const start = at;
		at += raw.length + 1;
		const whole = raw.trimEnd();
		const stanza = stanzas.at(-1);
		const bare = whole.endsWith("\\") ? whole.slice(0, -1) : raw.replace(/\r$/, "");
		if (stanza !== undefined && key !== undefined && (goesOn || GOES_ON.test(whole))) {
			const known = stanza.settings.get(key) ?? { value: "", line, column: 1 };
			stanza.settings.set(key, { ...known, value: `${known.value}\n${bare}` });
		} else if (/^\s*(?:[#;]|$)/.test(whole)) continue;
		else if (/^\s*\[.*\]/.test(whole)) {
			const name = readName(whole.trim());
			stanzas.push({ name, settings: new Map(), line, start, end: start + whole.length });
			key = undefined;
			goesOn = false;
			continue;
		} else key = stanza && openSetting(stanza, bare, line);
		if (stanza !== undefined) stanza.end = start + whole.length;
		goesOn = key !== undefined && whole.endsWith("\\");
	}
	return stanzas;
}

function readName(line: string): string {
	return line.endsWith("]") ? line.slice(1, -1).trim() : line;
}

function openSetting(stanza: OpenStanza, text: string, line: number): string | undefined {
	const equals = text.indexOf("=");
	if (equals === -1) return undefined;
	const key = text.slice(0, equals).trim();
	const rest = text.slice(equals + 1);
	const column = text.length - rest.trimStart().length + 1;
	stanza.settings.set(key, { value: rest.trim(), line, column });
	return key;
}
