import { MASK } from "../notes/runbook/secret-input";

/** A text without its secrets. */
export interface MaskedText {
	readonly text: string;
	/** Number of places that were masked. */
	readonly masked: number;
}

const NAME = String.raw`[\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|nthash|ntlm|sas)[\w-]{0,20}`;
const QUOTED = String.raw`"(?:[^"\r\n\\]|\\.){0,2000}"|'[^'\r\n]{0,2000}'`;
const WORD = String.raw`[^\s"'|;&,)}\]]{1,2000}`;
/** Blanks on a line, so few that a long run of them costs nothing. */
const GAP = String.raw`[ \t]{0,8}`;
const SPACE = String.raw`[ \t]{1,8}`;

const build = (lead: string, secret: string): RegExp => new RegExp(`(${lead})(${secret})`, "gi");

/** Ways in which commands, URLs and output give away secrets: what stands before the secret, and the secret. */
const PATTERNS: readonly RegExp[] = [
	// --password=x, password: x, "api_key": "x", $env:TOKEN = 'x'
	build(String.raw`\b${NAME}["']?${GAP}[=:]${GAP}`, `${QUOTED}|${WORD}`),
	// -Password x, --token x
	build(`[-/]-?${NAME}${SPACE}`, `${QUOTED}|(?![-/$|])${WORD}`),
	build(`ConvertTo-SecureString${SPACE}(?:-String${SPACE})?`, `${QUOTED}|(?![-$])${WORD}`),
	// sshpass -p x, mysql -px
	build(
		String.raw`\b(?:sshpass|plink|pscp|putty|mysql|psql|smbclient)\b[^\r\n|;&]{0,200}?[ \t]-p(?:w|ass)?${GAP}`,
		`${QUOTED}|(?!ort\\b)${WORD}`,
	),
	// net user name x /add
	build(
		String.raw`\bnet1?${SPACE}user${SPACE}(?:/add${SPACE})?["']?[\w.$-]{1,100}["']?${SPACE}`,
		`${QUOTED}|(?![/-])${WORD}`,
	),
	build(
		String.raw`\bAuthorization["']?${GAP}:${GAP}["']?(?:(?:Basic|Bearer|Digest)${SPACE})?`,
		String.raw`(?!(?:Basic|Bearer|Digest)\b)[\w+/=.~-]{6,4000}`,
	),
	// scheme://user:secret@host, DOMAIN/user:secret@host
	/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{1,100}:)([^\s/@"']{1,200})(?=@)/gi,
	/(\b[\w.-]{1,64}[\\/][\w.$-]{1,64}:)([^\s@:"'/\\]{1,200})(?=@)/g,
	/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)([\w+/=\s\\]{1,20000})(?=-----END)/g,
];

/** Secrets that show by themselves: hashes of passwords, and tokens of services that mark theirs. */
const MARKED: readonly RegExp[] = [
	/\b[0-9a-f]{32}:[0-9a-f]{32}\b/gi,
	/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[oprsu]_[A-Za-z0-9]{30,255}\b|\bxox[abprs]-[A-Za-z0-9-]{10,200}\b/g,
	/\beyJ[\w-]{10,2000}\.[\w-]{10,4000}\.[\w-]{0,2000}/g,
];

/** What is no secret although it stands where one could: a placeholder, a variable, a mask. */
const PLACEHOLDER =
	/^["']?(?:#\{[^}]*\}|\$\{?[\w:.]+\}?|%\w+%|<[^>]*>|[*•x]{3,}|\(masked\)?|null|true|false)?["']?$/i;

/**
 * Leaves out of a command, URL or output what looks like a secret: the value behind names such as `password`, `token` or `key`, credentials in
 * a URL, hashes of passwords, private keys and well-known tokens.
 *
 * The rest of the text stays as it is. Placeholders and variables stay too. It is a net with holes: what has no such name is not known to be a secret.
 */
export function maskLikelySecrets(text: string): MaskedText {
	let masked = 0;
	let result = text;
	for (const pattern of PATTERNS) {
		result = result.replace(pattern, (match: string, lead: string, secret: string) => {
			if (PLACEHOLDER.test(secret) || secret.includes(MASK)) return match;
			masked++;
			const quote = /^["']/.exec(secret)?.[0] ?? "";
			return `${lead}${quote}${MASK}${quote}`;
		});
	}
	for (const pattern of MARKED) {
		result = result.replace(pattern, () => {
			masked++;
			return MASK;
		});
	}
	return { text: result, masked };
}
