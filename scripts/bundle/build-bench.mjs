// Bundles the measurements below bench/ for node.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { bundleForNode } from "./bundle-for-node.mjs";

/** Builds every `bench/run-*.ts` and gives the folder that holds the bundles. */
export function buildBench(root) {
	const programs = readdirSync(join(root, "bench")).filter((name) => name.startsWith("run-"));
	return bundleForNode(
		root,
		"bench",
		programs.map((name) => `bench/${name}`),
	);
}
