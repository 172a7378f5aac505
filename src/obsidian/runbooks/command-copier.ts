import { Notice } from "obsidian";
import type { App } from "obsidian";
import { fillArguments } from "../../core/notes/runbook/fill-arguments";
import type { ArgumentValue } from "../../core/notes/runbook/fill-arguments";
import { listValues } from "../../core/notes/runbook/read-inputs";
import type { RunbookTest } from "../../core/notes/runbook/read-runbook";
import { isSecretInput } from "../../core/notes/runbook/secret-input";
import type { Texts } from "../text/en";
import { FillModal } from "./fill-modal";

/** Puts commands of tests on the clipboard with their arguments filled in. It never runs one. */
export class CommandCopier {
	readonly #app: App;
	readonly #texts: Texts["runbooks"];
	readonly #failed: string;
	/** What a person typed, so that the cleanup gets what the run got; no secrets, and gone with the plugin. */
	readonly #said = new Map<string, string>();

	constructor(app: App, { runbooks, table }: Texts) {
		this.#app = app;
		this.#texts = runbooks;
		this.#failed = table.copyFailed;
	}

	/** Copies one command of a test, and asks before for what it lacks. */
	copy(test: RunbookTest, command: string): void {
		const values = listValues(test.inputs);
		const { missing } = fillArguments(command, values);
		if (missing.length === 0) {
			this.#write(command, values);
			return;
		}
		const { inputs } = test;
		const typeOf = (name: string): string =>
			inputs.find((input) => input.name === name)?.type ?? "";
		const done = (answers: ReadonlyMap<string, string>): void => {
			for (const [name, value] of answers) {
				if (!isSecretInput(name, typeOf(name))) this.#said.set(name, value);
			}
			const given = [...answers].map(([name, value]) => ({ name, type: typeOf(name), value }));
			const known = values.filter(({ name }) => !answers.has(name));
			this.#write(command, [...known, ...given]);
		};
		new FillModal(this.#app, this.#texts.fill, {
			...{ missing, inputs, said: this.#said, done },
		}).open();
	}

	/** Copies the run commands of a test, one after the other. */
	copyRun(test: RunbookTest): void {
		const commands = test.commands.filter(({ part }) => part === "run").map(({ text }) => text);
		if (commands.length === 0) new Notice(this.#texts.nothingToCopy);
		else this.copy(test, commands.join("\n"));
	}

	/** Copies a value as it is. */
	copyValue(value: string): void {
		this.#put(value, this.#texts.copiedSecret);
	}

	#write(command: string, values: readonly ArgumentValue[]): void {
		const { text, hasSecret } = fillArguments(command, values);
		this.#put(text, hasSecret ? this.#texts.copiedSecret : this.#texts.copied);
	}

	#put(text: string, done: string): void {
		navigator.clipboard.writeText(text).then(
			() => new Notice(done),
			() => new Notice(this.#failed),
		);
	}
}
