import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useHost } from "../view-host";

/** How many items a list draws at first, and with every press of its button. */
const STEP = 200;

/** The first items of a long list, as many as a person asked for; `step` at first and with every press. */
export function useFirstItems<T>(
	items: readonly T[],
	step: number = STEP,
): {
	readonly shown: readonly T[];
	readonly more: VNode | null;
} {
	const [limit, setLimit] = useState(step);
	const { table } = useHost().texts;
	const left = items.length - limit;
	const more =
		left <= 0 ? null : (
			<button type="button" onClick={() => setLimit(limit + step)}>
				{table.showMore(Math.min(step, left))}
			</button>
		);
	return { shown: left <= 0 ? items : items.slice(0, limit), more };
}
