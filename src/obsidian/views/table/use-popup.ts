import { render } from "preact";
import type { RefObject, VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Which side of its field a popup stands on where both have room. */
export type PopupSide = "above" | "below";

const GAP = 3;

/** Draws something beside a field, over whatever scrolls around it; null draws nothing. */
export function usePopup(
	field: RefObject<HTMLElement | null>,
	content: VNode | null,
	look: { readonly cls: string; readonly side: PopupSide },
): void {
	const { cls, side } = look;
	const box = useRef<HTMLElement | null>(null);
	const isShown = content !== null;
	useLayoutEffect(() => {
		const anchor = field.current;
		if (anchor === null || !isShown) return undefined;
		const { doc, win } = anchor;
		const made = doc.body.createDiv({ cls });
		box.current = made;
		const follow = (): void => place(made, anchor, side);
		doc.addEventListener("scroll", follow, true);
		win.addEventListener("resize", follow);
		return () => {
			doc.removeEventListener("scroll", follow, true);
			win.removeEventListener("resize", follow);
			render(null, made);
			made.remove();
			box.current = null;
		};
	}, [field, isShown, cls, side]);
	useLayoutEffect(() => {
		const [made, anchor] = [box.current, field.current];
		if (made === null || anchor === null || content === null) return;
		render(content, made);
		place(made, anchor, side);
		made.querySelector(".is-selected")?.scrollIntoView({ block: "nearest" });
	});
}

function place(box: HTMLElement, anchor: HTMLElement, side: PopupSide): void {
	const { left, bottom, top, width } = anchor.getBoundingClientRect();
	const { innerWidth, innerHeight } = anchor.win;
	box.setCssStyles({ minWidth: `${width}px` });
	const { offsetHeight, offsetWidth } = box;
	const fitsBelow = bottom + GAP + offsetHeight <= innerHeight;
	const fitsAbove = top - GAP - offsetHeight >= 0;
	const isAbove = side === "above" ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
	box.setCssStyles({
		left: `${Math.max(0, Math.min(left, innerWidth - offsetWidth))}px`,
		top: `${isAbove ? top - GAP - offsetHeight : bottom + GAP}px`,
	});
}
