import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Rows that are drawn at first, and that follow in each frame until all in sight are there: no frame draws them all. */
const FRAME_ROWS = 8;
/** Rows drawn beyond those in sight, and by which the window moves. */
const MARGIN = 6;

/** Which rows of a long body are drawn. */
export interface RowWindow {
	readonly from: number;
	/** Exclusive. */
	readonly to: number;
	/** Rows in sight. */
	readonly page: number;
}

/** Follows a scrolling element over a body of rows that are all of one height, and tells which to draw: none before the first frame unless they are ready. */
export function useWindow(
	scroller: RefObject<HTMLElement | null>,
	body: RefObject<HTMLElement | null>,
	rows: number,
	isReady: boolean,
): RowWindow {
	const [wanted, setWanted] = useState<RowWindow>({ from: 0, to: FRAME_ROWS, page: FRAME_ROWS });
	const [bound, setBound] = useState(FRAME_ROWS);
	const [isMeasured, setIsMeasured] = useState(false);
	useEffect(() => {
		const frame = scroller.current;
		const element = body.current;
		if (frame === null || element === null || rows === 0) return;
		const look = (): void => {
			const next = windowOf(frame, element, rows);
			setWanted((now) => {
				if (isSame(now, next)) return now;
				const isJump = next.from >= now.to || next.to <= now.from;
				if (isJump) setBound(2 * FRAME_ROWS);
				return next;
			});
		};
		look();
		setIsMeasured(true);
		const observer = new ResizeObserver(look);
		observer.observe(frame);
		observer.observe(element);
		frame.addEventListener("scroll", look, { passive: true });
		return () => {
			observer.disconnect();
			frame.removeEventListener("scroll", look);
		};
	}, [scroller, body, rows]);
	const isCut = wanted.to - wanted.from > bound;
	useEffect(() => {
		const view = body.current?.win;
		if (!isCut || view === undefined) return;
		const asked = view.requestAnimationFrame(() => setBound((now) => now + FRAME_ROWS));
		return () => view.cancelAnimationFrame(asked);
	}, [isCut, bound, body]);
	if (!isReady && !isMeasured) return { ...wanted, to: wanted.from };
	return isCut ? { ...wanted, to: wanted.from + bound } : wanted;
}

function windowOf(frame: HTMLElement, body: HTMLElement, rows: number): RowWindow {
	const height = body.offsetHeight / rows;
	if (height === 0) return { from: 0, to: FRAME_ROWS, page: FRAME_ROWS };
	const page = Math.max(1, Math.floor(frame.clientHeight / height) - 1);
	const first = Math.max(0, Math.floor((frame.scrollTop - body.offsetTop) / height));
	const from = Math.max(0, Math.floor((first - MARGIN) / MARGIN) * MARGIN);
	const to = Math.min(rows, Math.ceil((first + page + 1 + MARGIN) / MARGIN) * MARGIN);
	return { from, to, page };
}

function isSame(a: RowWindow, b: RowWindow): boolean {
	return a.from === b.from && a.to === b.to && a.page === b.page;
}
