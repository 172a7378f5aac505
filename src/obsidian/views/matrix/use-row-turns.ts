import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Rows that get what is new in one frame. */
const FRAME_ROWS = 5;

/** Hands something new to the rows of a body in turns, from `from` on, so that no frame draws all of them anew. */
export function useRowTurns<T>(
	value: T,
	{ from, to }: { readonly from: number; readonly to: number },
	body: RefObject<HTMLElement | null>,
): (row: number) => T {
	const [turn, setTurn] = useState({ before: value, now: value, until: Infinity });
	const drawn = useRef(from);
	// Where no row stands yet, none is drawn anew.
	const until = drawn.current > from ? from + FRAME_ROWS : Infinity;
	const current = turn.now === value ? turn : { before: turn.now, now: value, until };
	drawn.current = to;
	if (current !== turn) setTurn(current);
	const isDone = current.until >= to;
	useEffect(() => {
		const view = body.current?.win;
		if (isDone || view === undefined) return;
		const asked = view.requestAnimationFrame(() =>
			setTurn((last) => ({ ...last, until: last.until + FRAME_ROWS })),
		);
		return () => view.cancelAnimationFrame(asked);
	}, [current.until, isDone, body]);
	return (row) => (row < current.until || isDone ? current.now : current.before);
}
