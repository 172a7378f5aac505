// Bundles the measurements below bench/ for node.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { grayMatter } from "./gray-matter.mjs";

/** Builds every `bench/run-*.ts` and gives the folder that holds the bundles. */
export async function buildBench(root) {
	const out = join(root, "node_modules", ".cache", "bench");
	await build({
		absWorkingDir: root,
		entryPoints: readdirSync(join(root, "bench"))
			.filter((name) => name.startsWith("run-"))
			.map((name) => `bench/${name}`),
		outdir: out,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		outExtension: { ".js": ".mjs" },
		external: ["obsidian"],
		plugins: [grayMatter],
		logLevel: "warning",
	});
	return out;
}
