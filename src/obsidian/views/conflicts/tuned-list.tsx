import { useCallback, useMemo } from "preact/hooks";
import { DiffLines } from "../import/diff-lines";
import { NoteRows } from "../import/note-rows";
import type { ConflictsProps } from "./conflicts-props";

/** Rules that a person tuned; each opens to its difference on top of upstream's text. */
export function TunedList({ state, texts, diffTexts }: ConflictsProps) {
	const { tuned } = state;
	const byPath = useMemo(() => new Map(tuned?.map((rule) => [rule.path, rule])), [tuned]);
	const rows = useMemo(
		() => (tuned ?? []).map(({ path, change }) => ({ path, label: texts.changes[change] })),
		[tuned, texts],
	);
	const draw = useCallback(
		(path: string) => {
			const rule = byPath.get(path);
			return rule === undefined ? null : (
				<div class="detection-vault-diff">
					<DiffLines before={rule.upstream} after={rule.own} texts={diffTexts} />
				</div>
			);
		},
		[byPath, diffTexts],
	);
	if (tuned === undefined) return <p class="detection-vault-hint">{texts.looking}</p>;
	if (tuned.length === 0) return <p class="detection-vault-hint">{texts.tunedNone}</p>;
	return (
		<>
			<p class="detection-vault-hint">
				{texts.tunedCount(tuned.length)}. {texts.tunedHint}
			</p>
			<NoteRows notes={rows} draw={draw} />
		</>
	);
}
