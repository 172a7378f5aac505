import {
	defaultRangeExtractor,
	elementScroll,
	measureElement,
	observeElementOffset,
	Virtualizer,
} from "@tanstack/virtual-core";
import type { Range, Rect, VirtualItem, VirtualizerOptions } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useReducer, useState } from "preact/hooks";

/** Rows drawn above and below those in sight, so that a quick scroll meets no blank. */
const OVERSCAN = 12;
/** Height of a row before it is measured, in CSS pixels. */
const ROW_HEIGHT = 33;
/** What is taken to be in sight until the element is measured. */
const FIRST_SIGHT = { width: 0, height: 480 };

/** The rows to draw, and the height of those that are not. */
export interface VirtualRows<Row extends Element> {
	readonly items: readonly VirtualItem[];
	readonly before: number;
	readonly after: number;
	/** Give it to each drawn row as its ref. */
	readonly measure: (row: Row | null) => void;
}

/**
 * Follows a scrolling element and tells which of many rows to draw. Keys keep measured heights with their rows.
 *
 * The row at `pinned` is drawn wherever the others are: it has the focus, or what a person is typing.
 */
export function useVirtualRows<Row extends Element>(
	scroller: RefObject<HTMLElement | null>,
	keys: readonly string[],
	pinned = -1,
): VirtualRows<Row> {
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const onChange = useCallback(() => redraw(undefined), []);
	const options: VirtualizerOptions<HTMLElement, Row> = {
		count: keys.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		getItemKey: (index) => keys[index] ?? index,
		rangeExtractor: (range) => pinRow(range, pinned),
		overscan: OVERSCAN,
		initialRect: FIRST_SIGHT,
		observeElementRect: observeRect,
		observeElementOffset,
		scrollToFn: scrollTo,
		measureElement: measureRow,
		onChange,
	};
	const [virtualizer] = useState(() => new Virtualizer<HTMLElement, Row>(options));
	virtualizer.setOptions(options);
	useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
	useLayoutEffect(() => virtualizer._willUpdate());
	const items = virtualizer.getVirtualItems();
	const last = items[items.length - 1];
	return {
		items,
		before: items[0]?.start ?? 0,
		after: last === undefined ? 0 : virtualizer.getTotalSize() - last.end,
		measure: virtualizer.measureElement,
	};
}

/**
 * The browser tells the heights of rows once it has laid them out; asking for one before makes it lay them all out at once. A row of a
 * block that is not on the page has no height, and would count as one that grew later.
 */
function measureRow<Row extends Element>(
	row: Row,
	entry: ResizeObserverEntry | undefined,
	instance: Virtualizer<HTMLElement, Row>,
): number {
	if (entry !== undefined) return measureElement(row, entry, instance) || ROW_HEIGHT;
	const key = instance.options.getItemKey(instance.indexFromElement(row));
	return instance.itemSizeCache.get(key) ?? ROW_HEIGHT;
}

/** Tells how large the scrolling element is whenever the browser has laid it out; asking for it would make it do so at once. */
function observeRect<Row extends Element>(
	{ scrollElement, targetWindow }: Virtualizer<HTMLElement, Row>,
	tell: (rect: Rect) => void,
): (() => void) | undefined {
	if (scrollElement === null || targetWindow === null) return undefined;
	const observer = new targetWindow.ResizeObserver((entries) => {
		const box = entries.at(-1)?.borderBoxSize[0];
		if (box === undefined) return;
		tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
	});
	observer.observe(scrollElement, { box: "border-box" });
	return () => observer.disconnect();
}

/** What stands at its start is not moved there: that too would have all laid out at once. */
function scrollTo<Row extends Element>(
	offset: number,
	options: Parameters<typeof elementScroll>[1],
	instance: Virtualizer<HTMLElement, Row>,
): void {
	if (offset + (options.adjustments ?? 0) === 0 && (instance.scrollOffset ?? 0) === 0) return;
	elementScroll(offset, options, instance);
}

function pinRow(range: Range, pinned: number): number[] {
	const shown = defaultRangeExtractor(range);
	const [first = 0] = shown;
	if (pinned < 0 || pinned >= range.count || shown.includes(pinned)) return shown;
	return pinned < first ? [pinned, ...shown] : [...shown, pinned];
}
