import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { grayMatter } from "./bundle/gray-matter.mjs";
import { findFaults } from "./bundle/inspect.mjs";
import { readTemplate } from "./bundle/read-template.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const shared = {
	absWorkingDir: root,
	bundle: true,
	write: false,
	metafile: true,
	charset: "utf8",
	legalComments: "eof",
	logLevel: "warning",
	define: { "process.env.NODE_ENV": '"production"' },
	plugins: [grayMatter],
};

const bundles = {
	plugin: {
		file: "main.js",
		options: {
			entryPoints: ["src/main.ts"],
			format: "cjs",
			platform: "browser",
			target: "es2022",
			minify: true,
			external: ["obsidian", "@codemirror/*"],
			define: { ...shared.define, VAULT_TEMPLATE: JSON.stringify(readTemplate()) },
		},
		isAllowed: (path) => path === "obsidian" || path.startsWith("@codemirror/"),
	},
	cli: {
		file: "dist/cli.mjs",
		options: {
			entryPoints: ["src/cli/main.ts"],
			format: "esm",
			platform: "node",
			target: "node20",
			banner: { js: "#!/usr/bin/env node" },
			external: ["obsidian"],
		},
		isAllowed: isBuiltin,
	},
};

/** Another process may be reading the old bundle: the new one appears whole. */
async function replaceFile(path, text) {
	await mkdir(dirname(path), { recursive: true });
	const temporary = `${path}.${process.pid}.tmp`;
	try {
		await writeFile(temporary, text);
		await rename(temporary, path);
	} finally {
		await rm(temporary, { force: true });
	}
}

/**
 * Builds one bundle, "plugin" or "cli", and throws if it holds what it must not. It may lie in another file, and not be minified: functions
 * keep their names then.
 */
export async function buildBundle(kind, { file, minify } = {}) {
	const { options, isAllowed, ...named } = bundles[kind];
	file ??= named.file;
	const path = join(root, file);
	const shape = minify === undefined ? {} : { minify };
	const result = await build({ ...shared, ...options, ...shape, outfile: path });
	const code = result.outputFiles[0].text;
	const external = Object.values(result.metafile.outputs)
		.flatMap((output) => output.imports)
		.filter((imported) => imported.external)
		.map((imported) => imported.path);
	const faults = findFaults({ name: file, code, external, isAllowed });
	if (faults.length > 0) throw new Error(faults.join("\n"));
	await replaceFile(path, code);
	if (kind === "cli") await chmod(path, 0o755);
	return { file, bytes: Buffer.byteLength(code) };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	try {
		for (const kind of Object.keys(bundles)) {
			const { file, bytes } = await buildBundle(kind);
			process.stdout.write(`${file}  ${(bytes / 1024).toFixed(1)} KiB\n`);
		}
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	}
}
