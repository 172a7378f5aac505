import { useCallback, useRef } from "preact/hooks";

/** Gives a function that stays the same between drawings and does what the last drawing's would. */
export function useLatest<Args extends unknown[], Result>(
	work: (...args: Args) => Result,
): (...args: Args) => Result {
	const latest = useRef(work);
	latest.current = work;
	return useCallback((...args: Args) => latest.current(...args), []);
}
