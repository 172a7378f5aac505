import { useMemo, useRef, useState } from "preact/hooks";
import type { MatrixEntry } from "../../../core/matrix/entry-lens";
import { createAmountLens, createEntryLens } from "../../../core/matrix/entry-lens";
import { layOutMatrix, listTechniques } from "../../../core/matrix/matrix";
import type { Matrix } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import type { AttackDomain } from "../../../core/model/attack";
import { parentTechniqueId } from "../../../core/text/technique-ids";
import type { Texts } from "../../text/en";
import { IconButton } from "../icon";
import { Message } from "../outcome/error-view";
import { useHost } from "../view-host";
import { currentDay } from "./current-day";
import { listLenses } from "./lens-options";
import type { LensOption } from "./lens-options";
import { MatrixBoard } from "./matrix-board";
import { ReadingHint } from "./matrix-messages";
import type { IndexProgress } from "./matrix-messages";
import { readPair } from "./matrix-model";
import type { MatrixCounts } from "./matrix-model";
import { NoteSide } from "./matrix-side";
import { TacticPicker } from "./tactic-picker";
import { useCellActions } from "./use-cell-actions";

/** What a person chose for the matrix of a base. */
export interface BaseChoice {
	/** `entries`, `property`, or the key of a lens. */
	readonly lens: string;
	readonly domain: AttackDomain;
	readonly isRolledUp: boolean;
	/** Whether techniques that no entry names are shown too. */
	readonly showsAll: boolean;
	/** What the property is called. */
	readonly property: string;
}

/** The matrix of the notes that a base lists. */
export function MatrixBase(props: {
	readonly records: MatrixRecords | undefined;
	readonly progress: IndexProgress | undefined;
	readonly entries: readonly MatrixEntry[];
	readonly choice: BaseChoice;
}) {
	const { records, progress } = props;
	if (records === undefined) return <ReadingHint progress={progress} />;
	return (
		<>
			{progress === undefined ? null : <ReadingHint progress={progress} />}
			<FilledBase {...props} records={records} />
		</>
	);
}

function FilledBase(props: {
	readonly records: MatrixRecords;
	readonly entries: readonly MatrixEntry[];
	readonly choice: BaseChoice;
}) {
	const { records, entries, choice } = props;
	const { texts: all, staleBefore } = useHost();
	const { matrix: texts } = all;
	const since = staleBefore?.() ?? null;
	const [folds, setFolds] = useState<readonly string[]>([]);
	const [listed, setListed] = useState<string | undefined>(undefined);
	const unfolded = useMemo(() => new Set(folds), [folds]);
	const scroller = useRef<HTMLDivElement>(null);
	const { lens, domain, isRolledUp, showsAll, property } = choice;
	const counts = useMemo(
		() =>
			countBase(records, entries, { lens, domain, isRolledUp, showsAll, property, since }, texts),
		[...[records, entries, lens, domain, isRolledUp, property], ...[showsAll, texts, since]],
	);
	const matrix = useMemo(
		() => layOutBase(records, entries, { domain, showsAll, isRolledUp }),
		[records, entries, domain, showsAll, isRolledUp],
	);
	const actions = useCellActions({
		...{ records, counts, matrix, unfolded, list: setListed },
		onFolds: setFolds,
	});
	if (listTechniques(matrix).length === 0)
		return (
			<Message icon="info" tone="quiet" title={texts.base.none}>
				<p class="detection-vault-hint">{texts.base.noneHint}</p>
			</Message>
		);
	const isUnfolded = folds.length > 0;
	const parents = matrix.columns.flatMap(({ cells }) =>
		cells.filter(({ subs }) => subs.length > 0),
	);
	return (
		<div class="detection-vault-matrix">
			<div class="detection-vault-matrix-toolbar">
				<TacticPicker matrix={matrix} scroller={scroller} />
				<IconButton
					icon={isUnfolded ? "chevrons-down-up" : "chevrons-up-down"}
					label={isUnfolded ? texts.foldAll : texts.unfoldAll}
					onClick={() => setFolds(isUnfolded ? [] : [...new Set(parents.map(({ id }) => id))])}
				/>
			</div>
			<div class="detection-vault-matrix-main">
				<div class="detection-vault-matrix-board">
					<MatrixBoard {...{ matrix, records, counts, unfolded, actions, scroller }} search="" />
				</div>
				{listed === undefined ? null : (
					<NoteSide
						technique={listed}
						paths={counts?.notesOf(listed) ?? []}
						onClose={() => setListed(undefined)}
					/>
				)}
			</div>
		</div>
	);
}

function countBase(
	records: MatrixRecords,
	entries: readonly MatrixEntry[],
	choice: BaseChoice & { readonly since: string | null },
	texts: Texts["matrix"],
): MatrixCounts | undefined {
	const lenses = [...entryLenses(entries, choice.property, texts), ...listLenses(texts, [])];
	const option = lenses.find(({ key }) => key === choice.lens) ?? lenses[0];
	if (option === undefined) return undefined;
	const lens = option.create({
		...{ records, rules: records.rules, actors: [], today: currentDay(), since: choice.since },
	});
	const pair = { first: { option, lens }, second: null };
	return readPair(records, choice.domain, pair, choice.isRolledUp);
}

function entryLenses(
	entries: readonly MatrixEntry[],
	property: string,
	{ base }: Texts["matrix"],
): readonly LensOption[] {
	const shared = { group: "knowledge", asks: false } as const;
	return [
		{
			...{ ...shared, key: "entries", label: base.entries, counts: "entries" },
			create: ({ records }) => createEntryLens(entries, records.resolver),
		},
		{
			...{ ...shared, key: "property", label: property, counts: "score" },
			create: ({ records }) => createAmountLens(entries, records.resolver),
		},
	];
}

/** A technique that counts its sub-techniques is in the base with each of them. */
function layOutBase(
	{ attack, resolver }: MatrixRecords,
	entries: readonly MatrixEntry[],
	{ domain, showsAll, isRolledUp }: Pick<BaseChoice, "domain" | "showsAll" | "isRolledUp">,
): Matrix {
	if (showsAll) return layOutMatrix(attack, domain, () => true);
	const named = new Set<string>();
	for (const id of entries.flatMap(({ techniques }) => techniques)) {
		const now = resolver.resolve(id).id;
		named.add(now);
		if (isRolledUp) named.add(parentTechniqueId(now));
	}
	return layOutMatrix(attack, domain, (id) => named.has(id));
}
