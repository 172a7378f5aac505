import { asTable, asText, ownValue } from "../formats/values";
import type { Table } from "../formats/values";
import { fileExtension } from "./file-names";
import type { ParsedRuleFile } from "./rule-reader";

/** Kinds of file that lie among rules, known by keys that they all have. The first that fits is named. */
const KINDS: readonly { readonly keys: readonly string[]; readonly name: string }[] = [
	{
		keys: ["attack_technique", "atomic_tests"],
		name: "Atomic Red Team tests: give them as atomics",
	},
	{ keys: ["spec_version", "objects"], name: "a STIX bundle: give it as ATT&CK data" },
	{ keys: ["type", "id", "objects"], name: "a STIX bundle: give it as ATT&CK data" },
	{ keys: ["jobs", "on"], name: "a CI workflow" },
	{ keys: ["stages"], name: "a CI configuration" },
	{ keys: ["trigger", "pool"], name: "a CI pipeline" },
	{ keys: ["steps", "trigger"], name: "a CI pipeline" },
	{ keys: ["repos"], name: "a pre-commit configuration" },
	{ keys: ["version", "updates"], name: "a Dependabot configuration" },
	{ keys: ["services"], name: "a Docker Compose file" },
	{ keys: ["apiVersion", "kind"], name: "a Kubernetes object" },
	{ keys: ["site_name", "nav"], name: "an MkDocs configuration" },
	{ keys: ["$schema", "resources"], name: "an Azure resource template" },
	{ keys: ["techniques", "domain", "versions"], name: "an ATT&CK Navigator layer" },
	{ keys: ["openapi"], name: "an API description" },
	{ keys: ["project", "build-system"], name: "a Python project file" },
	{ keys: ["tool"], name: "a Python project file" },
	{ keys: ["package", "dependencies"], name: "a Rust project file" },
	{ keys: ["name", "version", "scripts"], name: "a package file" },
	{ keys: ["lockfileVersion"], name: "a lock file" },
	{ keys: ["$schema"], name: "a schema or a file of one" },
];

/** Says what a file is that no vendor recognises, as a clause for a report; its keys where it is nothing known. */
export function describeOtherFile(file: ParsedRuleFile): string {
	if (file.text.trim() === "") return "the file is empty";
	const table = firstTable(file);
	if (table === undefined) return describeFormat(file);
	const kind = KINDS.find(({ keys }) => keys.every((key) => Object.hasOwn(table, key)));
	if (kind !== undefined) return kind.name;
	const keys = Object.keys(table);
	if (keys.length === 0) return "the file holds no fields";
	const listed = keys.slice(0, 6).map(shorten).join(", ");
	const name = asText(ownValue(table, "name") ?? ownValue(table, "title"));
	const subject = name === undefined ? "" : `"${shorten(name)}", `;
	return `no rule of a known vendor: ${subject}${file.format.toUpperCase()} with ${listed}${keys.length > 6 ? ", …" : ""}`;
}

function firstTable(file: ParsedRuleFile): Table | undefined {
	if (file.format === "toml") return file.toml.ok ? file.toml.value : undefined;
	if (file.format !== "yaml" && file.format !== "json") return undefined;
	for (const document of file.documents) {
		const table = document.ok ? asTable(document.value) : undefined;
		if (table !== undefined) return table;
	}
	return undefined;
}

function describeFormat(file: ParsedRuleFile): string {
	switch (file.format) {
		case "markdown":
			return "Markdown without a query in KQL or SPL";
		case "yaml":
		case "json":
			return `${file.format.toUpperCase()} that is a list or a single value, not a rule`;
		case "toml":
		case "text": {
			const extension = fileExtension(file.path);
			return `no rule in a known language${extension === "" ? "" : ` (.${shorten(extension)})`}`;
		}
	}
}

function shorten(text: string): string {
	const line = text.replace(/\s+/g, " ");
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
