/** Writes a number as the language does. */
export type FormatNumber = (value: number) => string;

/** Makes the number format of a language; a tag the device does not know falls back to English. */
export function createNumberFormat(language: string): FormatNumber {
	const format = numberFormatOf(language);
	return (value) => format.format(value);
}

function numberFormatOf(language: string): Intl.NumberFormat {
	try {
		return new Intl.NumberFormat(language);
	} catch {
		return new Intl.NumberFormat("en");
	}
}
