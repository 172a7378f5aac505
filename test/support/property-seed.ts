import { configureGlobal, readConfigureGlobal } from "fast-check";

/** Properties draw the same inputs at each run, so that a commit passes or fails for good; `PROPERTY_SEED`, a number or `random`, draws others. */
const seed = process.env["PROPERTY_SEED"] ?? "1";

configureGlobal({
	...readConfigureGlobal(),
	...(seed === "random" ? {} : { seed: Number(seed) }),
});
