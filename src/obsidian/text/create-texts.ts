import { createNumberFormat } from "./counts";
import { createEnglish } from "./en";
import type { Texts } from "./en";

/** The interface's text for a language of Obsidian. There is only English so far; numbers follow the language all the same. */
export function createTexts(language: string): Texts {
	return createEnglish(createNumberFormat(language));
}
