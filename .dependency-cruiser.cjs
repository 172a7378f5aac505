/** The folders of the core, lowest first: a folder uses those on the lines above its own. */
const coreLayers = [
	["text"],
	["formats"],
	["model"],
	["ports", "languages", "taxonomy"],
	["attack", "layers", "atomics", "rules", "notes", "index"],
	["library"],
	["executions"],
	["query", "finding"],
	["convert", "runbooks"],
	["panels", "matrix"],
	["ingest"],
];
const coreFolders = coreLayers.flat();
const corePackages = ["fflate", "gray-matter", "js-yaml", "smol-toml"];

const folders = (names) => `^src/core/(${names.join("|")})/`;
// Obsidian's package holds only types, so its import stays unresolved.
const hostPackages = ["^obsidian$", "^node_modules/obsidian/", "^(node_modules/)?@codemirror/"];
const packages = (names) => `^node_modules/(@types/)?(${names.join("|")})/`;

const coreOrder = coreLayers.flatMap((layer, level) =>
	layer.map((folder) => ({
		name: `core-${folder}-only-downward`,
		comment: `src/core/${folder} may use itself and ${coreLayers.slice(0, level).flat().join(", ") || "nothing else"}.`,
		severity: "error",
		from: { path: folders([folder]) },
		to: { path: "^src/core/", pathNot: folders([folder, ...coreLayers.slice(0, level).flat()]) },
	})),
);

/** What each part outside the core may use of the other parts. */
const parts = [
	{ name: "core", from: "^src/core/", uses: "^src/core/" },
	{ name: "obsidian", from: "^src/obsidian/", uses: "^src/(obsidian|core)/" },
	{ name: "main", from: "^src/main\\.ts$", uses: "^src/(obsidian|core)/" },
	{ name: "node", from: "^src/node/", uses: "^src/(node|core)/" },
	{ name: "cli", from: "^src/cli/", uses: "^src/(cli|node|core)/" },
];

module.exports = {
	forbidden: [
		{
			name: "no-cycle",
			severity: "error",
			from: {},
			to: { circular: true },
		},
		{
			name: "no-unresolved",
			severity: "error",
			from: {},
			to: { couldNotResolve: true, pathNot: hostPackages },
		},
		{
			name: "no-barrel",
			comment: "A file is imported from where it stands.",
			severity: "error",
			from: { path: "^src/.*/index\\.tsx?$" },
			to: {},
		},
		{
			name: "core-folder-known",
			comment: "A new folder of the core gets its place in the order above.",
			severity: "error",
			from: {},
			to: { path: "^src/core/", pathNot: folders(coreFolders) },
		},
		...coreOrder,
		...parts.map(({ name, from, uses }) => ({
			name: `${name}-parts`,
			severity: "error",
			from: { path: from },
			to: { path: "^(src|test|scripts)/", pathNot: uses },
		})),
		{
			name: "core-packages",
			comment: "The core runs anywhere: no node builtin, no Obsidian, no drawing.",
			severity: "error",
			from: { path: "^src/core/" },
			to: { pathNot: ["^src/", packages(corePackages)] },
		},
		{
			name: "plugin-no-node",
			severity: "error",
			from: { path: "^src/(obsidian/|main\\.ts$)" },
			to: { dependencyTypes: ["core"] },
		},
		{
			name: "command-line-no-obsidian",
			severity: "error",
			from: { path: "^src/(node|cli)/" },
			to: { path: hostPackages },
		},
		{
			name: "shipped-packages",
			comment: "What the bundles hold is a dependency; Obsidian gives its own modules.",
			severity: "error",
			from: { path: "^src/" },
			to: {
				dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
				pathNot: [...hostPackages, packages(["js-yaml"])],
			},
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^test/fixtures/" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["types", "import", "require", "default"],
			extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts", ".d.mts"],
		},
	},
};
