import { render } from "preact";
import { useRef } from "preact/hooks";
import { describe, expect, it } from "vitest";
import { useWindow } from "../../../../src/obsidian/views/matrix/use-window";

function Rows({ isReady }: { readonly isReady: boolean }) {
	const scroller = useRef<HTMLDivElement>(null);
	const body = useRef<HTMLDivElement>(null);
	const { from, to } = useWindow(scroller, body, 40, isReady);
	return (
		<div ref={scroller}>
			<div ref={body} data-rows={to - from} />
		</div>
	);
}

function draw(isReady: boolean): () => number {
	const el = document.body.createDiv();
	render(<Rows isReady={isReady} />, el);
	return () => Number(el.querySelector<HTMLElement>("[data-rows]")?.dataset["rows"]);
}

describe("the rows that are drawn", () => {
	it("are there at once where what they say is known", () => {
		expect(draw(true)()).toBeGreaterThan(0);
	});

	it("wait for what they say, but no longer than a frame", async () => {
		const rows = draw(false);
		expect(rows()).toBe(0);
		await expect.poll(rows).toBeGreaterThan(0);
	});
});
