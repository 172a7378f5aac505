import { isSecretInput } from "./secret-input";

/** What stands for an input in a command. */
export interface ArgumentValue {
	readonly name: string;
	readonly type: string;
	/** Undefined where nobody has said it yet. */
	readonly value: string | undefined;
}

/** A command with its arguments. */
export interface FilledCommand {
	/** Placeholders without a value stay as they are. */
	readonly text: string;
	/** Names without a value, in order of standing, each once. */
	readonly missing: readonly string[];
	/** Whether a secret was filled in. */
	readonly hasSecret: boolean;
}

/** `#{name}`, as Atomic Red Team writes an input in a command (`spec.yaml`). */
const PLACEHOLDER = /#\{([^{}\n]{1,100})\}/g;

/** Defaults that name other inputs are filled this deep: what goes round in a circle ends. */
const DEEPEST = 4;

/** UTF-16 units that a filled command may have; beyond it placeholders stay as they are. */
const LONGEST = 200_000;

/** Names the inputs that a command takes, in order of standing, each once. */
export function listPlaceholders(command: string): readonly string[] {
	return [...new Set([...command.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? "").trim()))];
}

/**
 * Fills in a command's inputs. Names are matched as written, else regardless of case; a value that itself names inputs is filled too.
 *
 * A placeholder that no input has a value for stays, and its name is `missing`.
 */
export function fillArguments(command: string, values: readonly ArgumentValue[]): FilledCommand {
	const byName = new Map(values.map((value) => [value.name, value]));
	const byFold = new Map(values.map((value) => [value.name.toLowerCase(), value]));
	const missing = new Set<string>();
	let hasSecret = false;
	let left = LONGEST - command.length;
	const fill = (text: string, depth: number): string =>
		text.replace(PLACEHOLDER, (placeholder, written: string) => {
			const name = written.trim();
			const input = byName.get(name) ?? byFold.get(name.toLowerCase());
			if (input?.value === undefined) {
				missing.add(input?.name ?? name);
				return placeholder;
			}
			if (input.value.length > left) return placeholder;
			left -= input.value.length;
			hasSecret ||= input.value !== "" && isSecretInput(input.name, input.type);
			return depth < DEEPEST ? fill(input.value, depth + 1) : input.value;
		});
	const text = fill(command, 0);
	return { text, missing: [...missing], hasSecret };
}
