/** Gives what an error says of itself; what was thrown, as text, where it is no error. */
export function errorMessage(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
