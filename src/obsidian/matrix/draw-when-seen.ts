import type { Component } from "obsidian";

/** Makes a drawing of an element follow what it shows: at once while it can be seen, else when it comes into sight again. */
export function drawWhenSeen(owner: Component, element: HTMLElement, draw: () => void): () => void {
	let isStale = false;
	const observer = new IntersectionObserver(() => {
		if (!isStale || !element.isShown()) return;
		isStale = false;
		draw();
	});
	observer.observe(element);
	owner.register(() => observer.disconnect());
	return () => {
		isStale = !element.isShown();
		if (!isStale) draw();
	};
}
