import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VaultIndex } from "../../../src/core/index/vault-index";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { VaultLibrary } from "../../../src/core/library/vault-library";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import { createContext } from "../../../src/core/query/evaluate/create-context";
import type { QueryOutcome } from "../../../src/core/query/outcome";
import { parseQuery } from "../../../src/core/query/parse/parse-query";
import { QueryFailure } from "../../../src/core/query/run/failures";
import { runQuery } from "../../../src/core/query/run-query";
import { runPlainly } from "./support/plain-query";

const KNOWLEDGE = createRuleKnowledge([]);

/** A vault that follows edits, and what its notes hold. */
interface Vault {
	readonly index: VaultIndex;
	readonly library: VaultLibrary;
	readonly texts: Map<string, string>;
}

function createVault(): Vault {
	const library = createVaultLibrary(KNOWLEDGE);
	return { index: createVaultIndex(), library, texts: new Map() };
}

function put({ index, library, texts }: Vault, path: string, text: string): void {
	texts.set(path, text);
	index.put(path, text, { ctime: 0, mtime: text.length, size: text.length });
	const note = index.note(path);
	if (note !== undefined) library.put(note.record, text);
}

function remove({ index, library, texts }: Vault, path: string): void {
	texts.delete(path);
	index.remove(path);
	library.remove(path);
}

function rename(vault: Vault, from: string, to: string): void {
	const text = vault.texts.get(from);
	if (text === undefined || from === to) return;
	vault.index.rename(from, to);
	vault.library.rename(from, to);
	vault.texts.delete(from);
	vault.texts.set(to, text);
}

function rebuild({ texts }: Vault): Vault {
	const vault = createVault();
	for (const [path, text] of texts) put(vault, path, text);
	return vault;
}

const path = fc
	.tuple(fc.constantFrom("", "x/", "x/y/", "z/"), fc.constantFrom("a", "b", "c", "T1021 d"))
	.map(([folder, name]) => `${folder}${name}.md`);

const property = fc.constantFrom(
	"n: 1",
	"n: 2.5",
	"n: x",
	"n: X",
	"n:",
	"n: 2024-01-02",
	"n: [1, x]",
	"n: '7 days'",
	"file: odd",
	"m: 3",
);
const bodyLine = fc.constantFrom(
	"[[a]]",
	"[[x/b]]",
	"#t",
	"#t/u",
	"- [ ] open [n:: 1] [file:: x]",
	"- [x] done (n:: 2)",
	"m:: 4",
);
const plainNote = fc
	.tuple(
		fc.uniqueArray(property, { selector: (text) => text.slice(0, 2), maxLength: 3 }),
		fc.array(bodyLine, { maxLength: 4 }),
	)
	.map(([front, lines]) => `---\n${front.join("\n")}\n---\n${lines.join("\n")}\n`);
const ruleNote = fc
	.record({
		id: fc.constantFrom("r1", "r2"),
		level: fc.constantFrom("high", "low"),
		values: fc.subarray(["ssh", "scp", "7", "'*x'"], { minLength: 1 }),
		isFiltered: fc.boolean(),
		technique: fc.constantFrom("T1021", "T1059"),
	})
	.map(({ id, level, values, isFiltered, technique }) =>
		[
			"---",
			...[`rule_id: ${id}`, "vendor: sigma", `level: ${level}`, `techniques: [${technique}]`],
			...["tags: [detection_rule, t]", "---", "```yaml", `title: ${id}`],
			"logsource: { product: windows, category: process_creation }",
			"detection:",
			`  selection: { CommandLine: [${values.join(", ")}], EventID: 1 }`,
			"  filter_a: { Image|endswith: '\\a.exe', User: b }",
			`  condition: selection${isFiltered ? " and not filter_a" : ""}`,
			"```",
			"",
		].join("\n"),
	);
const otherNote = fc.constantFrom(
	"---\nattack_id: T1021\nname: N\ntags: [techniques]\n---\n",
	"---\nrunbook_id: T1021\ntechniques: [T1021]\ntags: [atomic_test, t]\n---\n## Test: A\n\n- GUID: 11111111-2222-3333-4444-555555555555 ^t-11111111\n- Platforms: Linux · Executor: sh · Elevation: required\n\n## Test: B\n\n- GUID: 21111111-2222-3333-4444-555555555555 ^t-21111111\n",
	"---\nrunbook: '[[b]]'\ntest_guid: 11111111-2222-3333-4444-555555555555\ntags: [execution]\n---\n",
	"---\nbroken: [\n---\n",
);
const text = fc.oneof(
	{ weight: 3, arbitrary: plainNote },
	{ weight: 3, arbitrary: ruleNote },
	otherNote,
);

type Edit =
	| { readonly type: "put"; readonly path: string; readonly text: string }
	| { readonly type: "remove"; readonly path: string }
	| { readonly type: "rename"; readonly path: string; readonly to: string };
const edit: fc.Arbitrary<Edit> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ type: fc.constant("put" as const), path, text }) },
	fc.record({ type: fc.constant("remove" as const), path }),
	fc.record({ type: fc.constant("rename" as const), path, to: path }),
);

function apply(vault: Vault, step: Edit): void {
	if (step.type === "put") put(vault, step.path, step.text);
	else if (step.type === "remove") remove(vault, step.path);
	else rename(vault, step.path, step.to);
}

const atom = fc.constantFrom(
	...["#t", "#T/u", '"x"', '"x/y"', '"z/a"', '""', "[[a]]", "outgoing([[x/b]])", "[[none]]"],
	...["rules", "RUNBOOKS", "techniques", "executions"],
);
const noteSource: fc.Arbitrary<string> = fc.letrec<{ source: string }>((tie) => ({
	source: fc.oneof(
		{ depthSize: "small" },
		atom,
		tie("source").map((inner) => `-(${inner})`),
		fc
			.tuple(tie("source"), fc.constantFrom("and", "or"), tie("source"))
			.map(([left, word, right]) => `(${left}) ${word} (${right})`),
	),
})).source;
const recordSource = fc
	.tuple(
		fc
			.constantFrom("predicates", "Events", "exclusions", "tests")
			.map((word) => word.toLowerCase()),
		fc.option(noteSource),
	)
	.map(([word, other]) => (other === null ? word : `${word} and (${other})`));
const expression = fc.constantFrom(
	...[
		"n",
		"m",
		"n + 1",
		"lower(n)",
		"file.name",
		"file.name.x",
		'row["n"]',
		"value",
		"canonical",
		"field",
	],
	...[
		"tags",
		"techniques",
		"rule",
		"event",
		"provider",
		"reach",
		"guid",
		"level",
		"status",
		"text",
		"due",
		"n.a",
	],
	...[
		"length(rows)",
		"rows.n",
		"key",
		'contains(value, "s")',
		"default(n, m)",
		"[n, m]",
		"file",
		"this.n",
	],
);
const condition = fc.oneof(
	expression,
	fc
		.tuple(expression, fc.constantFrom("=", "!=", "<", ">=", "and", "or"), expression)
		.map((parts) => parts.join(" ")),
	fc.constantFrom('n = "x"', "indicator", "!exclusion", "n > 1", 'contains(file.tags, "#t")'),
);
const limit = fc.integer({ min: -2, max: 5 }).map((amount) => `LIMIT ${amount}`);
const where = condition.map((text) => `WHERE ${text}`);
const sort = fc
	.array(fc.tuple(expression, fc.constantFrom("", " DESC")), { minLength: 1, maxLength: 2 })
	.map((keys) => `SORT ${keys.map((key) => key.join("")).join(", ")}`);
const clauses = fc
	.array(
		fc.oneof(
			where,
			fc.tuple(where, limit).map((pair) => pair.join(" ")),
			fc.tuple(sort, limit).map((pair) => pair.join(" ")),
			sort,
			limit,
			expression.map((by) => `GROUP BY ${by} AS key2`),
			fc
				.tuple(expression, fc.constantFrom("part", "file"))
				.map(([by, name]) => `FLATTEN ${by} AS ${name}`),
		),
		{ maxLength: 4 },
	)
	.map((list) => list.join(" "));
const shown = fc
	.array(expression, { minLength: 1, maxLength: 3 })
	.map((columns) => columns.map((column, at) => `${column} AS c${at}`).join(", "));
const query = fc
	.record({
		header: fc.oneof(
			shown.map((columns) => `TABLE ${columns}`),
			expression.map((value) => `LIST ${value}`),
			fc.constantFrom("LIST", "TASK"),
		),
		source: fc.oneof(noteSource, recordSource),
		clauses,
	})
	// A task is no record.
	.filter(({ header, source }) => header !== "TASK" || !isOfRecords(source))
	.map(({ header, source, clauses: rest }) => `${header} FROM ${source} ${rest}`);

function isOfRecords(source: string): boolean {
	return /predicates|events|exclusions|tests/.test(source);
}

const options = ({ library }: Vault) => ({ origin: "x/a.md", now: 0, records: library });

function answer(vault: Vault, asked: string): unknown {
	return readable(runQuery(vault.index, asked, options(vault)));
}

function plainAnswer(vault: Vault, asked: string): unknown {
	const parsed = parseQuery(asked);
	if (!parsed.ok) throw new Error(`${asked}: ${parsed.error.message}`);
	try {
		return readable(
			runPlainly(parsed.query, createContext(vault.index, options(vault), undefined)),
		);
	} catch (error) {
		if (error instanceof QueryFailure) return error.message;
		throw error;
	}
}

function readable(outcome: QueryOutcome): unknown {
	if (outcome.type === "error") return outcome.error.message;
	const { hints, ...rest } = encodeOutcome(outcome) as Readonly<Record<string, unknown>>;
	expect(hints === undefined || Array.isArray(hints)).toBe(true);
	return rest;
}

describe("a query", () => {
	const edits = fc.array(edit, { minLength: 3, maxLength: 14 });
	const queries = fc.array(query, { minLength: 1, maxLength: 12 });

	test("answers as one that looks at every note and every row, failed rows too", () => {
		fc.assert(
			fc.property(edits, queries, (steps, asked) => {
				const vault = createVault();
				for (const step of steps) apply(vault, step);
				for (const one of asked)
					expect([one, answer(vault, one)]).toEqual([one, plainAnswer(vault, one)]);
			}),
			{ numRuns: 200 },
		);
	});

	test("answers after edits as over a vault that is read anew", () => {
		fc.assert(
			fc.property(edits, edits, queries, (first, then, asked) => {
				const vault = createVault();
				for (const step of first) apply(vault, step);
				// What was worked out before an edit must not outlive it.
				for (const one of asked) answer(vault, one);
				for (const step of then) apply(vault, step);
				const anew = rebuild(vault);
				for (const one of asked)
					expect([one, answer(vault, one)]).toEqual([one, answer(anew, one)]);
			}),
			{ numRuns: 120 },
		);
	});
});
