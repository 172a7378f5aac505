/** Work that can be done in pieces: it yields wherever a host may want to do something else first, and returns its result. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of the work at once; gives its result. */
export function finishSteps<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}

/** Does the work piece by piece; `breathe` is awaited between two pieces. Gives its result. */
export async function finishStepsInTurns<T>(
	steps: Steps<T>,
	breathe: () => Promise<void>,
): Promise<T> {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		await breathe();
	}
}
