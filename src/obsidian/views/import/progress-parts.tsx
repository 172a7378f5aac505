import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useRef } from "preact/hooks";

/** How often the figures are drawn anew, in milliseconds. */
const REFRESH = 120;

/** Draws a component anew again and again while it is there; gives the reference that its element takes. */
export function useSteadyRedraws(): RefObject<HTMLDivElement | null> {
	const place = useRef<HTMLDivElement>(null);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	useLayoutEffect(() => {
		const win = place.current?.win ?? window;
		const timer = win.setInterval(() => redraw(undefined), REFRESH);
		return () => win.clearInterval(timer);
	}, []);
	return place;
}

/** How far work is; without a total it only shows that there is some. */
export function ProgressBar(props: {
	readonly label: string;
	readonly done: number;
	readonly total: number | null;
}) {
	const { label, done, total } = props;
	return (
		<progress
			class="detection-vault-bar"
			aria-label={label}
			max={total ?? undefined}
			value={total === null ? undefined : Math.min(done, total)}
		/>
	);
}
