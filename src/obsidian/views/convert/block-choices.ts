import type { Conversion, NewLanguage } from "../../../core/convert/conversion";
import { replaceBlocks, type Replacement } from "../../../core/convert/replace-blocks";

/** What is to become of a block. */
export type Choice = NewLanguage | "leave";

/** All choices in the order in which they are offered. */
export const CHOICES: readonly Choice[] = ["detection-vault", "base", "leave"];

/** A note with old query blocks, as it was read. */
export interface BlockNote {
	readonly path: string;
	readonly text: string;
	readonly conversions: readonly Conversion[];
}

/** What was chosen for each block that can be turned. */
export type BlockChoices = ReadonlyMap<Conversion, Choice>;

/** A note as it is to be written. */
export interface TurnedNote {
	readonly path: string;
	readonly before: string;
	readonly after: string;
	/** Number of blocks that differ. */
	readonly blocks: number;
}

/** Whether a block can become that. */
export function isPossible({ to }: Conversion, choice: Choice): boolean {
	return choice === "leave" || to[choice].ok;
}

/** Whether there is anything that a block can become. */
export function isTurnable(conversion: Conversion): boolean {
	return isPossible(conversion, "detection-vault") || isPossible(conversion, "base");
}

/** Chooses the same for all blocks; those that cannot become it are left. */
export function chooseForAll(notes: readonly BlockNote[], choice: Choice): BlockChoices {
	return new Map(
		notes.flatMap(({ conversions }) =>
			conversions.map((each) => [each, isPossible(each, choice) ? choice : "leave"] as const),
		),
	);
}

/** The choice that all blocks have which can become it, if they have one. */
export function commonChoice(
	notes: readonly BlockNote[],
	choices: BlockChoices,
): Choice | undefined {
	return CHOICES.find((choice) =>
		notes.every(({ conversions }) =>
			conversions.every(
				(each) => choiceOf(choices, each) === (isPossible(each, choice) ? choice : "leave"),
			),
		),
	);
}

/** What was chosen for a block. */
export function choiceOf(choices: BlockChoices, conversion: Conversion): Choice {
	return choices.get(conversion) ?? "leave";
}

/** Number of a note's blocks that are to be turned. */
export function countTurned({ conversions }: BlockNote, choices: BlockChoices): number {
	return conversions.filter((each) => choiceOf(choices, each) !== "leave").length;
}

/** Gives the notes that change, as they are to be written. */
export function turnNotes(notes: readonly BlockNote[], choices: BlockChoices): TurnedNote[] {
	return notes.flatMap(({ path, text, conversions }) => {
		const replacements = conversions.flatMap((each) => replacementOf(each, choices));
		if (replacements.length === 0) return [];
		const after = replaceBlocks(text, replacements);
		return [{ path, before: text, after, blocks: replacements.length }];
	});
}

function replacementOf(conversion: Conversion, choices: BlockChoices): Replacement[] {
	const choice = choiceOf(choices, conversion);
	const turned = choice === "leave" ? undefined : conversion.to[choice];
	if (choice === "leave" || turned?.ok !== true) return [];
	return [{ block: conversion.block, language: choice, text: turned.text }];
}
