/** Milliseconds after which nobody is kept waiting any longer. */
const PATIENCE = 5000;
/** Milliseconds between two looks. */
const PAUSE = 20;

/** Tells when a block has been drawn, with the parts that come later. */
export interface DrawnSignal {
	/** Resolves when it is drawn, when it is gone, or after five seconds. Never rejects. */
	readonly whenDrawn: Promise<void>;
	/** Something stands in the element now. */
	show(): void;
	/** Nothing will be drawn any more. */
	end(): void;
}

/** Makes the signal of one block. Export as PDF waits for it; nobody else needs to. */
export function createDrawnSignal(el: HTMLElement): DrawnSignal {
	let end = (): void => undefined;
	let isShown = false;
	const whenDrawn = new Promise<void>((resolve) => {
		end = resolve;
	});
	const look = (left: number): void => {
		if (left <= 0 || el.querySelector(".detection-vault-coming") === null) end();
		else window.setTimeout(() => look(left - PAUSE), PAUSE);
	};
	return {
		whenDrawn,
		show() {
			if (isShown) return;
			isShown = true;
			look(PATIENCE);
		},
		end: () => end(),
	};
}
