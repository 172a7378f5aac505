import { setFlagsFromString } from "node:v8";

/** How much of its own code a function runs before V8 thinks of optimising it, in bytes; V8 11 starts with 135,168. */
const BUDGET = 800_000;
/** How much the heap may grow until it is cleared, in percent of what was in use; V8 lets it grow to three times that and more. */
const GROWTH = 150;

/**
 * Sets V8 for a run of the command line: it optimises a function only after it has run for longer, and clears the heap sooner.
 *
 * A run takes seconds and is spread over thousands of functions; by default V8 spends a third of the processor's time on optimising
 * those that are nearly done. And an import leaves much behind between its steps, which by default stays until the end. Only where it
 * was measured: another engine may not know the settings, and would say so.
 */
export function tuneEngine(): void {
	if (!process.versions.v8.startsWith("11.")) return;
	setFlagsFromString(`--interrupt-budget=${BUDGET}`);
	setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
