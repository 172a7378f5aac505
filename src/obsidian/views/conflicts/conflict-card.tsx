import { noteName } from "../../../core/index/paths";
import type { ConflictChoice } from "../../../core/notes/merge/resolve-conflict";
import type { ConflictNote, ListedConflict } from "../../conflicts/list-conflict-notes";
import { DiffLines } from "../import/diff-lines";
import { ChangeChip } from "./change-chip";
import type { ConflictsProps } from "./conflicts-props";

const CHOICES: readonly ConflictChoice[] = ["mine", "theirs", "both"];

/** One conflict: where it is, how both differ, and the choices. */
export function ConflictCard(
	props: Pick<ConflictsProps, "texts" | "diffTexts" | "onResolve"> & {
		readonly note: ConflictNote;
		readonly item: ListedConflict;
	},
) {
	const { note, item, texts, onResolve } = props;
	const { title } = item.conflict;
	const name = noteName(note.path);
	return (
		<div class="detection-vault-conflict">
			<h4>
				{title} <ChangeChip change={item.change} texts={texts} />
			</h4>
			<Difference {...props} />
			<div class="detection-vault-conflict-choices">
				{CHOICES.map((choice) => {
					const outcome = item.outcomes[choice];
					return (
						<button
							key={choice}
							type="button"
							aria-label={texts.nameChoice(texts[choice], title, name)}
							aria-disabled={!outcome.ok}
							title={outcome.ok ? undefined : texts.reasons[outcome.reason]}
							onClick={() => onResolve(note, item, choice)}
						>
							{texts[choice]}
						</button>
					);
				})}
			</div>
		</div>
	);
}

/** The person's text and upstream's as a difference where upstream's has a place, else upstream's alone. */
function Difference({
	item,
	texts,
	diffTexts,
}: Pick<ConflictsProps, "texts" | "diffTexts"> & { readonly item: ListedConflict }) {
	const { mine, theirs } = item.outcomes;
	if (mine.ok && theirs.ok && mine.text !== theirs.text) {
		return (
			<div class="detection-vault-diff">
				<DiffLines before={mine.text} after={theirs.text} texts={diffTexts} />
			</div>
		);
	}
	return (
		<div class="detection-vault-diff">
			{item.conflict.passages.map(({ kind, text }, index) => (
				<div key={index} class="detection-vault-upstream">
					<p>{kind === "has" ? texts.upstreamHas : texts.upstreamTookOut}</p>
					<pre>{text}</pre>
				</div>
			))}
		</div>
	);
}
