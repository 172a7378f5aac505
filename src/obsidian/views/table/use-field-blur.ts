import type { RefObject } from "preact";
import { useLatest } from "./use-latest";

/** Tells when the focus has left a field for good: not for another window, nor while the field moves with its row. */
export function useFieldBlur(
	field: RefObject<HTMLElement | null>,
	onLeave: () => void,
): (event: FocusEvent) => void {
	const leave = useLatest(onLeave);
	return useLatest((event) => {
		const element = field.current;
		if (element === null || element.contains(event.relatedTarget as Node | null)) return;
		element.win.setTimeout(() => {
			if (element.isConnected && !element.contains(element.doc.activeElement)) leave();
		});
	});
}
