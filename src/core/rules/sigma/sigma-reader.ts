import { asTable, asTables, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { indexLines } from "../../text/line-index";
import { problemOf } from "../../model/problem";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { fileStem } from "../file-names";
import type { ParsedRuleFile, RuleContext, RuleReading, RuleVendorReader } from "../rule-reader";
import { isDialect } from "./dialect-fields";
import { expandSigmaDocuments, sigmaKind, sigmaParts } from "./sigma-documents";
import type { SigmaDocument, SigmaPart } from "./sigma-documents";
import { readSigmaRule } from "./sigma-rule";

interface SharedRule {
	readonly document: SigmaDocument;
	readonly rule: Rule;
}

type RuleGroup = [SharedRule, ...SharedRule[]];

/** Sigma rules, correlations and filters in YAML (or the same in JSON), with SigmaHQ's regression data as context. */
export const sigmaReader: RuleVendorReader = {
	vendor: "sigma",
	recognise: (file) => {
		const parts = sigmaParts(file);
		return holdsRule(parts) ? () => readSigma(file, parts) : undefined;
	},
	readContexts: readSigmaContexts,
	describe: (file) => {
		const tables = sigmaParts(file).map((part) => part.table);
		if (tables.some(isRegressionInfo)) return undefined;
		if (tables.some((table) => Array.isArray(ownValue(table, "transformations"))))
			return "a Sigma processing pipeline, not a rule";
		if (tables.some(isSigmaWithoutDetection)) return "a Sigma rule without a detection";
		if (tables.some((table) => isDialect(table) && Object.hasOwn(table, "correlation")))
			return "a chain of Sigma rules in Sekoia's dialect";
		return undefined;
	},
};

function holdsRule(parts: readonly SigmaPart[]): boolean {
	if (parts.some(({ table }) => sigmaKind(table) !== undefined)) return true;
	return (
		parts.some(({ table }) => Object.hasOwn(table, "action")) &&
		expandSigmaDocuments(parts).documents.some(({ table }) => sigmaKind(table) !== undefined)
	);
}

function readSigma(file: ParsedRuleFile, parts: readonly SigmaPart[]): RuleReading {
	const problems: Problem[] = [];
	const groups: RuleGroup[] = [];
	const shared = new Map<string, RuleGroup>();
	const { documents, cutAt } = expandSigmaDocuments(parts);
	for (const document of documents) {
		const kind = sigmaKind(document.table);
		if (kind === undefined) {
			const message = "this document is no Sigma rule, correlation or filter";
			problems.push(problemOf(file.file, document.ownLine, "rule-field", message, "warning"));
			continue;
		}
		const { rule, problems: found } = readSigmaRule(file, document, kind, groups.length + 1);
		problems.push(...found);
		const group = document.sharesId ? shared.get(rule.id) : undefined;
		if (group !== undefined) group.push({ document, rule });
		else {
			const started: RuleGroup = [{ document, rule }];
			groups.push(started);
			if (document.sharesId) shared.set(rule.id, started);
		}
	}
	if (cutAt !== null) {
		const message =
			"the collection's global part is repeated too often: documents from here on are left out";
		problems.push(problemOf(file.file, cutAt, "rule-field", message));
	}
	return { rules: resolveNames(groups.map((group) => joinGroup(file, group))), problems };
}

/** Documents under one global id state one detection for several log sources: one rule with several queries. */
function joinGroup(file: ParsedRuleFile, group: RuleGroup): SharedRule {
	const [first] = group;
	const last = group[group.length - 1] ?? first;
	if (first === last) return first;
	const lines = indexLines(file.text);
	const start = lines.offsetOfLine(first.document.line);
	const end = lines.offsetOfLine(last.document.ownLine) + ownText(last.document).length;
	const common = (key: "product" | "service" | "category"): string | null => {
		const value = first.rule.logsource[key];
		return group.every(({ rule }) => rule.logsource[key] === value) ? value : null;
	};
	const rule: Rule = {
		...first.rule,
		logsource: {
			product: common("product"),
			service: common("service"),
			category: common("category"),
		},
		queries: group.flatMap(({ rule: { queries, logsource } }) =>
			queries.map((query) => ({ ...query, label: nameLogsource(logsource), logsource })),
		),
		text: file.text.slice(start, end),
	};
	return { document: first.document, rule };
}

function nameLogsource({ product, category, service }: Rule["logsource"]): string | null {
	return [product, category, service].filter((word) => word !== null).join(" / ") || null;
}

function ownText(document: SigmaDocument): string {
	const lines = document.text.split("\n");
	return lines.slice(document.ownLine - document.line).join("\n");
}

/** Correlations may name the rules of their own file by `name`; ids are what other notes know. */
function resolveNames(read: readonly SharedRule[]): readonly Rule[] {
	const ids = new Map<string, string>();
	for (const { document, rule } of read) {
		const name = asText(ownValue(document.table, "name"));
		if (name !== undefined) ids.set(name, rule.id);
	}
	if (ids.size === 0) return read.map(({ rule }) => rule);
	return read.map(({ rule }) => ({
		...rule,
		related: rule.related.map((other) => ({ ...other, id: ids.get(other.id) ?? other.id })),
	}));
}

function readSigmaContexts(file: ParsedRuleFile): readonly RuleContext[] {
	const name = fileStem(file.path);
	const contexts: RuleContext[] = [];
	for (const { table } of sigmaParts(file)) {
		if (isRegressionInfo(table)) {
			const rules = asTables(ownValue(table, "rule_metadata"))
				.map((rule) => asText(ownValue(rule, "id")))
				.filter((id) => id !== undefined);
			contexts.push({ what: "sigma-regression", name, rules });
		} else if (file.format === "json" && isWindowsEvent(table)) {
			contexts.push({ what: "sample-event", name });
		}
	}
	return contexts;
}

function isRegressionInfo(table: Table): boolean {
	return Object.hasOwn(table, "rule_metadata") && Object.hasOwn(table, "regression_tests_info");
}

function isWindowsEvent(table: Table): boolean {
	const event = asTable(ownValue(table, "Event"));
	return event !== undefined && asTable(ownValue(event, "System")) !== undefined;
}

function isSigmaWithoutDetection(table: Table): boolean {
	return asTable(ownValue(table, "logsource")) !== undefined && Object.hasOwn(table, "title");
}
