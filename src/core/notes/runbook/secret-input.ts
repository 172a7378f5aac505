/** What a note says where an input's default looks like a secret. */
export const MASK = "(masked)";

/** Words that name a secret wherever they stand in an input's name. */
const SECRETS: ReadonlySet<string> = new Set(
	(
		"password passwords passwd passphrase passcode pass pwd pw secret secrets token tokens credential credentials cred creds " +
		"apikey hash hashes ntlm nthash lmhash jwt bearer psk cookie cookies"
	).split(" "),
);

/** Words that make a key a secret; others are keys of the registry, of a table, of a keyboard. */
const SECRET_KEYS: ReadonlySet<string> = new Set(
	(
		"api secret access private encryption decryption aes aes128 aes256 rc4 des xor session master account shared signing " +
		"license subscription storage client service auth"
	).split(" "),
);

/** Last words of names that say where a secret is or how large, not what it is. */
const ABOUT: ReadonlySet<string> = new Set(
	(
		"path file files list lists url uri name names id db dir directory folder storage size length ttl type count age policy exe " +
		"location user username algorithm format store host server endpoint port"
	).split(" "),
);

/** Types of values that are no secrets (Atomic Red Team `spec.yaml`). */
const PLAIN_TYPES: ReadonlySet<string> = new Set(["path", "url", "integer", "float", "boolean"]);

/** Tells from an input's name and type whether what it takes is a secret: a password, a token, a key, a hash. Type "" is any. */
export function isSecretInput(name: string, type = ""): boolean {
	if (PLAIN_TYPES.has(type.toLowerCase())) return false;
	const words = splitWords(name);
	const last = words.at(-1) ?? "";
	if (ABOUT.has(last)) return false;
	if (words.some((word) => SECRETS.has(word))) return true;
	if (words.join(" ").includes("connection string")) return true;
	if (last !== "key" && last !== "keys") return false;
	return words.length === 1 || words.slice(0, -1).some((word) => SECRET_KEYS.has(word));
}

/** Tells whether an input's default is a secret to be masked: not where it is empty, says that there is none, or is a path or checksum. */
export function isSecretValue(name: string, type: string, value: string): boolean {
	if (!isSecretInput(name, type)) return false;
	const text = value.trim();
	if (text === "" || /^(?:n\/?a|none|null)$/i.test(text)) return false;
	if (/^(?:PathToAtomicsFolder|\$env:|%\w+%|[A-Z]:\\|[~.]?\/)/i.test(text)) return false;
	return !/^[0-9a-f]{64}$/i.test(text);
}

/** `new_user_password`, `apiKey`, `output-key-file` as words in lower case. */
function splitWords(name: string): readonly string[] {
	return name
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
}
