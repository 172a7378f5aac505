import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the keyboard's place in a window whose content gives way to other content: where what had the focus is gone, the element that
 * takes the reference has it, and the next key goes on from there.
 */
export function useKeptFocus(content: string): RefObject<HTMLDivElement | null> {
	const place = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const element = place.current;
		if (element !== null && element.doc.activeElement === element.doc.body) {
			element.focus({ preventScroll: true });
		}
	}, [content]);
	return place;
}
