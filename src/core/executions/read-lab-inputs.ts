import { readRunbook } from "../notes/runbook/read-runbook";
import { isSecretInput, MASK } from "../notes/runbook/secret-input";
import { maskLikelySecrets } from "./mask-secrets";

/** An input of a test, with the value that a run takes. */
export interface LabInput {
	readonly name: string;
	/** This lab's, else the default; without secrets. */
	readonly value: string;
	/** Whether it is a secret by its name or type, so that no value of it is ever written. */
	readonly isSecret: boolean;
}

/** Reads the inputs of a test from its runbook's text, with this lab's value where one is filled in, else the default. A secret by name or value is masked. */
export function readLabInputs(text: string, guid: string): readonly LabInput[] {
	const test = readRunbook(text).find((each) => each.guid === guid);
	return (test?.inputs ?? []).map(({ name, type, lab, default: value }) => {
		const given = lab === "" ? value : lab;
		const isSecret = isSecretInput(name, type);
		if (given === "" || given === null)
			return { name, value: given === null ? MASK : "", isSecret };
		return { name, value: isSecret ? MASK : maskLikelySecrets(given).text, isSecret };
	});
}

/** Gives the inputs with the values that a person typed, by name, without secrets. */
export function changeInputs(
	inputs: readonly LabInput[],
	typed: ReadonlyMap<string, string>,
): readonly LabInput[] {
	return inputs.map((input) => {
		const value = typed.get(input.name);
		if (value === undefined || input.isSecret) return input;
		return { ...input, value: maskLikelySecrets(value.trim()).text };
	});
}
