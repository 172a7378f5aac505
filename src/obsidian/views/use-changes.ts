import { useLayoutEffect, useReducer } from "preact/hooks";

/** Something that tells when it has changed, until the result is called. */
export type Subscribe = (listener: () => void) => () => void;

/** Draws the component again whenever something outside of it has changed. */
export function useChanges(subscribe: Subscribe): void {
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	useLayoutEffect(() => subscribe(() => redraw(undefined)), [subscribe]);
}
