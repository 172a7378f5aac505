// Bundles programs that only developers run, for this machine's node.
import { join } from "node:path";
import { build } from "esbuild";
import { grayMatter } from "./gray-matter.mjs";

/** Builds the entry points into a folder of the cache and gives that folder. */
export async function bundleForNode(root, name, entryPoints) {
	const out = join(root, "node_modules", ".cache", name);
	await build({
		absWorkingDir: root,
		entryPoints,
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
