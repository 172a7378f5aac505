import { readFile } from "node:fs/promises";

const isFromGrayMatter = (importer) => importer.replaceAll("\\", "/").includes("/gray-matter/");

/**
 * Bundles gray-matter without what it takes from node and without its own engines: they bring an
 * old js-yaml and evaluate JavaScript, and the caller gives its engine with each call. `fs` is
 * empty too, and `Buffer.from`, which only fills a field that nothing reads, gives its argument
 * back.
 */
export const grayMatter = {
	name: "gray-matter",
	setup(build) {
		build.onResolve({ filter: /^(?:fs|\.\/engines|\.\/lib\/engines)$/ }, ({ importer }) =>
			isFromGrayMatter(importer) ? { path: "empty", namespace: "gray-matter" } : undefined,
		);
		build.onLoad({ filter: /.*/, namespace: "gray-matter" }, () => ({
			contents: "module.exports = {};",
		}));
		build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => ({
			contents: `const Buffer = { from: (text) => text };\n${await readFile(path, "utf8")}`,
			loader: "js",
		}));
	},
};
