import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { noteName } from "../../../core/index/paths";
import type { Gap } from "../../../core/matrix/list-gaps";
import { writeGapList } from "../../../core/matrix/list-gaps";
import type { TechniqueEntry } from "../../../core/library/library-entry";
import { IconButton } from "../icon";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";

/** Entries that are drawn until all are asked for. */
const SHOWN = 100;

/** A list beside the matrix. */
function Side(props: {
	readonly title: string;
	readonly hint: string;
	readonly onClose: () => void;
	readonly children: ComponentChildren;
}) {
	const { matrix: texts } = useHost().texts;
	return (
		<aside class="detection-vault-matrix-side" aria-label={props.title}>
			<div class="detection-vault-matrix-side-head">
				<h3>{props.title}</h3>
				<IconButton icon="x" label={texts.closeSide} onClick={props.onClose} />
			</div>
			{props.hint === "" ? null : <p class="detection-vault-hint">{props.hint}</p>}
			{props.children}
		</aside>
	);
}

/** The techniques that lack something. */
export function GapSide(props: {
	readonly gaps: readonly Gap[];
	readonly hint: string;
	/** Of how many techniques the gaps are some. */
	readonly share: string;
	readonly notes: ReadonlyMap<string, TechniqueEntry>;
	readonly onNote: (text: string, heading: string) => void;
	readonly onClose: () => void;
}) {
	const { gaps, hint, share, notes } = props;
	const host = useHost();
	const { texts } = host;
	const list = (): string => writeGapList(gaps, (id) => notes.get(id)?.path);
	return (
		<Side title={texts.matrix.gapCount(gaps.length)} hint={hint} onClose={props.onClose}>
			<p class="detection-vault-hint">{share}</p>
			{gaps.length === 0 ? (
				<p>{texts.matrix.noGaps}</p>
			) : (
				<div class="detection-vault-matrix-side-actions">
					<button type="button" onClick={() => host.copy(list())}>
						{texts.matrix.copyGaps}
					</button>
					<button type="button" onClick={() => props.onNote(`${share}\n\n${list()}`, hint)}>
						{texts.matrix.noteGaps}
					</button>
				</div>
			)}
			<LongList
				items={gaps.map(({ id, name, tactics }) => {
					const note = notes.get(id);
					const title = `${id} ${name}`;
					return (
						<li key={id}>
							{note === undefined ? (
								<span>{title}</span>
							) : (
								<NoteLink target={note.path} text={title} />
							)}
							<span class="detection-vault-hint">{tactics.join(", ")}</span>
						</li>
					);
				})}
			/>
		</Side>
	);
}

/** The notes that a cell counts. */
export function NoteSide(props: {
	readonly technique: string;
	readonly paths: readonly string[];
	readonly onClose: () => void;
}) {
	const { technique, paths, onClose } = props;
	const { matrix: texts } = useHost().texts;
	return (
		<Side title={texts.behind(technique)} hint="" onClose={onClose}>
			<LongList
				key={technique}
				items={paths.map((path) => (
					<li key={path}>
						<NoteLink target={path} text={noteName(path)} />
					</li>
				))}
			/>
		</Side>
	);
}

function LongList({ items }: { readonly items: readonly ComponentChildren[] }) {
	const { matrix: texts } = useHost().texts;
	const [showsAll, setShowsAll] = useState(false);
	return (
		<>
			<ul class="detection-vault-matrix-list">{showsAll ? items : items.slice(0, SHOWN)}</ul>
			{showsAll || items.length <= SHOWN ? null : (
				<button type="button" onClick={() => setShowsAll(true)}>
					{texts.showAllGaps(items.length)}
				</button>
			)}
		</>
	);
}
