import { setFlagsFromString } from "node:v8";

/** How much of its own code a function runs before V8 thinks of optimising it, in bytes; V8 11 starts with 135,168. */
const BUDGET = 800_000;

/**
 * Lets V8 optimise a function only after it has run for longer.
 *
 * A run takes seconds and is spread over thousands of functions; by default V8 spends a third of the processor's time on optimising
 * those that are nearly done. Only where it was measured: another engine may not know the setting, and would say so.
 */
export function delayOptimising(): void {
	if (!process.versions.v8.startsWith("11.")) return;
	setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
