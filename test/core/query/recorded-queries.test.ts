import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import type { Json } from "../../../src/core/query/encode-value";
import { runQuery } from "../../../src/core/query/run-query";
import { describeCorpora } from "../../support/corpora";
import { openVault } from "./support/open-vault";
import { inAnyOrder, readCases, sameJson, type ExecutedCase } from "./support/recorded-cases";

const NOW = "2024-03-15T12:00:00Z";

interface Answer {
	readonly type?: string;
	readonly columns?: readonly string[];
	readonly rows?: readonly Json[];
	readonly failed?: readonly Json[];
	readonly error?: { readonly kind: string; readonly message: string };
}

function difference(recorded: ExecutedCase, answer: Answer): string | undefined {
	if (!recorded.ok) {
		return answer.error?.kind === recorded.error
			? undefined
			: `expected a ${recorded.error ?? ""} error, got ${JSON.stringify(answer).slice(0, 200)}`;
	}
	if (answer.error !== undefined) return `${answer.error.kind}: ${answer.error.message}`;
	if (answer.type !== recorded.type) return `type ${answer.type ?? ""}`;
	if (!sameJson(answer.columns ?? null, recorded.headers ?? null)) {
		return `columns ${JSON.stringify(answer.columns)} for ${JSON.stringify(recorded.headers)}`;
	}
	if ((answer.failed?.length ?? 0) !== (recorded.droppedRows ?? 0)) {
		return `${answer.failed?.length ?? 0} failed rows: ${JSON.stringify(answer.failed?.[0])}`;
	}
	const order = (rows: readonly Json[] = []): readonly Json[] =>
		recorded.unordered === true ? inAnyOrder(rows, recorded.unorderedLists) : rows;
	const [got, wanted] = [order(answer.rows), order(recorded.rows)];
	const at = wanted.findIndex((row, index) => !sameJson(row, got[index]));
	if (at === -1 && got.length === wanted.length) return undefined;
	return `row ${at} of ${wanted.length} (${got.length}): ${JSON.stringify(got[at])} for ${JSON.stringify(wanted[at])}`;
}

describeCorpora("queries that Dataview answered", (folder) => {
	test("have the same answers", () => {
		const vaults = {
			mini: openVault(join(folder, "dql/mini")),
			catalogue: openVault(join(folder, "vaults/use-case-catalogue")),
		};
		const cases = readCases<ExecutedCase>(join(folder, "dql/executed.json"));
		const differences: string[] = [];
		const counts = new Map<string, { all: number; same: number }>();
		for (const recorded of cases) {
			const { vault, origin, query } = recorded;
			const outcome = runQuery(vaults[vault], query, { origin, now: NOW });
			const found = difference(recorded, encodeOutcome(outcome) as Answer);
			const kind = recorded.ok ? (recorded.type ?? "") : `${recorded.error ?? ""} error`;
			const { all = 0, same = 0 } = counts.get(kind) ?? {};
			counts.set(kind, { all: all + 1, same: same + (found === undefined ? 1 : 0) });
			if (found !== undefined) differences.push(`${recorded.id}: ${query}\n  ${found}`);
		}
		for (const [kind, { all, same }] of counts)
			console.log(`${kind}: ${same} of ${all} as recorded`);
		expect(differences).toEqual([]);
	});
});
