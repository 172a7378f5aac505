import type { NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import { compareCodeUnits } from "../text/compare";
import { keyOf } from "./choose-paths";
import type { DraftContext } from "./draft-notes";
import { createDraftContext } from "./draft-notes";
import type { ImportHost } from "./import-plan";
import { createLinker } from "./link-notes";
import type { Prepared } from "./prepared";
import { gatherAnswers } from "./rules/rule-answers";
import type { TakenDraft } from "./rules/rule-sources";
import { isPlace } from "./rules/rule-sources";
import { readAttackSources } from "./techniques/attack-sources";
import { openTechniqueDrafts } from "./techniques/technique-drafts";

/** Begins to draft the rules where they are, and gives what all drafts are made with. */
export function openDrafts(
	prepared: Prepared,
	{ folders, progress }: ImportHost,
	report: (problem: Problem) => unknown,
): DraftContext {
	const { settled, rules, attack } = prepared;
	const linkTo = createLinker(prepared);
	const context = createDraftContext(settled, folders, linkTo, report);
	const cards = settled.rules.filter(({ record }) => isPlace(record));
	const ruleDrafts = rules.draft(cards, gatherAnswers(cards, context.rule), (card, hash) =>
		isInForce(prepared, "rule", card.vendor, card.id, hash),
	);
	const { built, findings } = attack.reading;
	const takeTechnique = openTechniqueDrafts(
		{
			folders,
			state: findings.state,
			linkTo,
			linked: listLinkedTechniques(prepared),
			isInForce: (id, hash) => isInForce(prepared, "technique", "technique", id, hash),
			drafts: attack.drafts,
		},
		async () => built ?? (await readAttackSources(attack.choice, progress)).built,
	);
	const tell = (draft: TakenDraft): TakenDraft => {
		for (const problem of draft.problems) report(problem);
		return draft;
	};
	return {
		...context,
		takeTechnique: async (id) => tell(await takeTechnique(id)),
		takeRule: async (card) => tell(await ruleDrafts.take(card)),
	};
}

/** Whether a note was written from a draft with this hash before, so that the draft's text is not needed. */
function isInForce(
	{ bases, vault, restore }: Prepared,
	kind: NoteKind,
	source: string,
	id: string,
	hash: string,
): boolean {
	const own = bases.get(source)?.bases;
	if (own === undefined || own.pending !== undefined) return false;
	return own.committed.hashOf(id) === hash && (!restore || vault.notes.has(keyOf(kind, id)));
}

/** Every technique that has a note or will have one, sorted. */
function listLinkedTechniques({ records, vault }: Prepared): readonly string[] {
	const prefix = keyOf("technique", "");
	const ids = new Set<string>();
	for (const { kind, id } of records) if (kind === "technique") ids.add(id);
	for (const key of vault.notes.keys())
		if (key.startsWith(prefix)) ids.add(key.slice(prefix.length));
	return [...ids].sort(compareCodeUnits);
}
