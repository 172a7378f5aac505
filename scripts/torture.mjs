// Looks for lost text, unfinished imports and readers that throw or hang: `npm run torture -- --seed 7 --pairs 1000 --only pairs`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { grayMatter } from "./bundle/gray-matter.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "node_modules", ".cache", "torture");
await build({
	absWorkingDir: root,
	entryPoints: { "run-torture": "torture/run-torture.ts", cli: "src/cli/main.ts" },
	outdir: out,
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20",
	outExtension: { ".js": ".mjs" },
	plugins: [grayMatter],
	logLevel: "warning",
});
const cli = join(out, "cli.mjs");
const args = [join(out, "run-torture.mjs"), "--root", root, "--cli", cli, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1);
