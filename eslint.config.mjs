import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import jsdoc from "eslint-plugin-jsdoc";
import obsidianmd from "eslint-plugin-obsidianmd";
import { configs as regexp } from "eslint-plugin-regexp";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Names that keep their capitals in interface text, for the sentence-case rule. */
const productNames = [
	"Detection Vault",
	"ATT&CK",
	"Atomic Red Team",
	"Bases",
	"Dataview",
	"Elastic",
	"Kusto",
	"Markdown",
	"Microsoft Defender",
	"Microsoft Sentinel",
	"MITRE",
	"MITRE ATT&CK",
	"Navigator",
	"Obsidian",
	"Sigma",
	"Splunk",
	"YARA-L",
];
const acronyms = ["AQL", "CSV", "DQL", "EQL", "GUID", "HTML", "ICS", "ID", "JSON", "KQL", "SPL"];
const moreAcronyms = ["STIX", "TOML", "URL", "UTC", "UUID", "YAML", "ZIP"];

const pluginFiles = ["src/main.ts", "src/obsidian/**/*.{ts,tsx}"];

const lookbehind = {
	selector: "Literal[regex.pattern=/\\(\\?<[=!]/]",
	message: "Lookbehind fails on older iOS versions that Obsidian still supports.",
};
const evaluation = {
	selector: "NewExpression[callee.name='Function'], CallExpression[callee.name='eval']",
	message: "Nothing is evaluated.",
};

export default defineConfig([
	globalIgnores([
		"main.js",
		"dist/",
		"demo-vault/",
		"test-artifacts/",
		"coverage/",
		"vault-template/",
		"samples/",
		"test/fixtures/",
	]),
	{ linterOptions: { reportUnusedDisableDirectives: "error" } },

	// Everything written in TypeScript.
	{
		files: ["**/*.{ts,tsx}"],
		extends: [
			js.configs.recommended,
			tseslint.configs.strictTypeChecked,
			regexp["flat/recommended"],
		],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			eqeqeq: ["error", "always"],
			"no-restricted-syntax": ["error", lookbehind, evaluation],
			// A pattern is spelt as its specification spells it.
			"regexp/prefer-d": "off",
			"regexp/prefer-w": "off",
			"regexp/use-ignore-case": "off",
			"regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
			"@typescript-eslint/consistent-type-imports": "error",
			"@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
			"@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
			"@typescript-eslint/switch-exhaustiveness-check": [
				"error",
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ["src/**/*.{ts,tsx}"],
		rules: {
			"max-lines": ["error", { max: 500 }],
			"max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
			"regexp/no-super-linear-move": "error",
		},
	},

	// The core: documented, and a function of its arguments.
	{
		files: ["src/core/**/*.{ts,tsx}"],
		plugins: { jsdoc },
		settings: { jsdoc: { mode: "typescript" } },
		rules: {
			"no-restricted-syntax": [
				"error",
				lookbehind,
				evaluation,
				{
					selector: "MemberExpression[object.name='Date'][property.name='now']",
					message: "Time is an argument.",
				},
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: "Time is an argument.",
				},
				{
					selector: "MemberExpression[object.name='Math'][property.name='random']",
					message: "Randomness is an argument.",
				},
				{
					selector:
						"MemberExpression[property.name=/^(localeCompare|toLocale(String|DateString|TimeString|LowerCase|UpperCase))$/]",
					message: "The core does not depend on the machine's locale.",
				},
				{
					selector:
						"MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]",
					message: "The core does not depend on the machine's time zone: use the UTC methods.",
				},
			],
			"jsdoc/require-jsdoc": [
				"error",
				{
					publicOnly: true,
					enableFixer: false,
					require: {
						ArrowFunctionExpression: true,
						ClassDeclaration: true,
						FunctionDeclaration: true,
						FunctionExpression: true,
						MethodDefinition: false,
					},
					contexts: [
						"TSInterfaceDeclaration",
						"TSTypeAliasDeclaration",
						"ExportNamedDeclaration > VariableDeclaration",
					],
				},
			],
			"jsdoc/require-description": "error",
			"jsdoc/no-types": "error",
			"jsdoc/check-param-names": "error",
			"jsdoc/check-tag-names": "error",
			"jsdoc/check-alignment": "error",
			"jsdoc/empty-tags": "error",
		},
	},

	// The plugin: Obsidian's own review rules.
	{
		files: pluginFiles,
		extends: [obsidianmd.configs.recommended],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			"@typescript-eslint/no-explicit-any": "error",
			"obsidianmd/ui/sentence-case": [
				"error",
				{
					enforceCamelCaseLower: true,
					brands: productNames,
					acronyms: [...acronyms, ...moreAcronyms],
				},
			],
		},
	},
	{
		files: ["manifest.json"],
		plugins: { obsidianmd },
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: [".json"] },
		},
		rules: { "obsidianmd/validate-manifest": "error" },
	},
	{
		// js-yaml 4 was measured faster than the library the preset would have instead.
		files: ["package.json"],
		extends: [obsidianmd.configs.recommended],
		rules: {
			"depend/ban-dependencies": [
				"error",
				{ presets: ["native", "microutilities", "preferred"], allowed: ["js-yaml"] },
			],
		},
	},

	// Tests say what they expect in as many lines as they need.
	{
		files: ["test/**/*.{ts,tsx}"],
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			"@typescript-eslint/no-unsafe-assignment": "off",
			"@typescript-eslint/no-unnecessary-type-parameters": "off",
			"@typescript-eslint/unbound-method": "off",
		},
	},
	{
		files: ["**/*.{mjs,cjs,js}"],
		extends: [js.configs.recommended],
		languageOptions: { globals: globals.node },
	},
]);
