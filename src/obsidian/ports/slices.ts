/** Milliseconds that work may go on before it lets the window draw and take input. */
const SLICE_MS = 20;

/** Cuts long work into slices. */
export interface Slicer {
	/** Resolves at once within a slice, and after the window had its turn at a slice's end. */
	breathe(): Promise<void>;
}

/** Makes a slicer; a slice starts when the one before it ends, whoever did the work. */
export function createSlicer(sliceMs: number = SLICE_MS): Slicer {
	let start = performance.now();
	return {
		async breathe() {
			if (performance.now() - start < sliceMs) return;
			await nextTask();
			start = performance.now();
		},
	};
}

/** Resolves in a task of its own. Timers would do too, but windows in the background slow them to one a second. */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
