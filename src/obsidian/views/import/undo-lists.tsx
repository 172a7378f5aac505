import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { UndoResult } from "../../../core/ingest/undo/undo-plan";
import type { UndoTexts } from "../../../core/ingest/undo/undo-texts";
import type { Texts } from "../../text/en";
import { DiffLines } from "./diff-lines";
import { NoteRows } from "./note-rows";
import type { NoteRow } from "./note-rows";

/** How many problems are shown. */
const SHOWN = 100;

/** A list that is no longer than this needs no search. */
const FEW = 10;

/** What an undo does to a note. */
type Action = "restored" | "deleted" | "refused";

type ReadTexts = (path: string) => Promise<UndoTexts>;

/** The notes of an undo by what becomes of them; those that are left alone stand open, since they need a look. */
export function UndoLists(props: {
	readonly result: UndoResult;
	readonly texts: Texts["import"];
	/** Reads a note's texts, so that it opens to what would change; absent where there is nothing to compare. */
	readonly read?: ReadTexts;
	/** Whether it has happened, or would. */
	readonly isDone?: boolean;
}) {
	const { result, texts, read, isDone = false } = props;
	const { restored, deleted, refused, problems } = result;
	const { undo } = texts;
	const refusedRows = useMemo(
		() => refused.map(({ path, reason }) => ({ path, label: undo.reasons[reason] })),
		[refused, undo],
	);
	const lists = {
		refused: (isDone ? undo.wasRefused : undo.refused)(refused.length),
		restored: (isDone ? undo.wasRestored : undo.restored)(restored.length),
		deleted: (isDone ? undo.wasDeleted : undo.deleted)(deleted.length),
	};
	const rest = { texts, ...(read === undefined ? {} : { read }) };
	return (
		<>
			<NoteList action="refused" title={lists.refused} rows={refusedRows} {...rest} />
			<PathList action="restored" title={lists.restored} paths={restored} {...rest} />
			<PathList action="deleted" title={lists.deleted} paths={deleted} {...rest} />
			<Problems result={result} texts={undo} title={undo.problems(problems.length)} />
		</>
	);
}

interface ListProps {
	readonly action: Action;
	readonly title: string;
	readonly texts: Texts["import"];
	readonly read?: ReadTexts;
}

function PathList(props: ListProps & { readonly paths: readonly string[] }) {
	const { paths } = props;
	const rows = useMemo(() => paths.map((path) => ({ path, label: "" })), [paths]);
	return <NoteList {...props} rows={rows} />;
}

function NoteList(props: ListProps & { readonly rows: readonly NoteRow[] }) {
	const { action, title, rows, texts, read } = props;
	const [filter, setFilter] = useState("");
	const wanted = filter.trim().toLowerCase();
	const shown = useMemo(
		() => (wanted === "" ? rows : rows.filter(({ path }) => path.toLowerCase().includes(wanted))),
		[rows, wanted],
	);
	const draw = useCallback(
		(path: string) =>
			read === undefined ? null : (
				<NoteChange path={path} action={action} texts={texts} read={read} />
			),
		[action, texts, read],
	);
	if (rows.length === 0) return null;
	const isPlain = action !== "refused";
	return (
		<details
			class={isPlain ? "detection-vault-problems is-plain" : "detection-vault-problems"}
			open={!isPlain}
		>
			<summary>{title}</summary>
			{rows.length > FEW ? (
				<input
					type="search"
					class="detection-vault-filter"
					placeholder={texts.undo.filter}
					aria-label={`${texts.undo.filter}: ${title}`}
					value={filter}
					onInput={(event) => setFilter(event.currentTarget.value)}
				/>
			) : null}
			{shown.length === 0 ? (
				<p class="detection-vault-hint">{texts.undo.noMatch(filter)}</p>
			) : (
				<NoteRows notes={shown} {...(read === undefined ? {} : { draw })} />
			)}
		</details>
	);
}

/** What putting a note back changes in it, read when it is opened. */
function NoteChange(props: {
	readonly path: string;
	readonly action: Action;
	readonly texts: Texts["import"];
	readonly read: ReadTexts;
}) {
	const { path, action, read } = props;
	const { undo, plan } = props.texts;
	const [found, setFound] = useState<UndoTexts | undefined>();
	useEffect(() => {
		let isDrawn = true;
		const none = { now: undefined, former: undefined };
		void read(path)
			.catch(() => none)
			.then((texts) => isDrawn && setFound(texts));
		return () => {
			isDrawn = false;
		};
	}, [path, read]);
	if (found === undefined) return <p class="detection-vault-hint">{undo.readingNote}</p>;
	const { now, former } = found;
	const isReadable = now !== undefined && (action === "deleted" || former !== undefined);
	return (
		<div class="detection-vault-diff">
			<p class="detection-vault-hint">{isReadable ? undo.hints[action] : undo.hints.none}</p>
			{isReadable ? <DiffLines before={now} after={former ?? ""} texts={plan} /> : null}
		</div>
	);
}

function Problems(props: {
	readonly result: UndoResult;
	readonly texts: Texts["import"]["undo"];
	readonly title: string;
}) {
	const { problems } = props.result;
	if (problems.length === 0) return null;
	return (
		<details class="detection-vault-problems" open>
			<summary>{props.title}</summary>
			<ul>
				{problems.slice(0, SHOWN).map(({ file, message }, index) => (
					<li key={index}>
						<span class="detection-vault-problem-file">{file}</span>
						<span>{message}</span>
					</li>
				))}
				{problems.length > SHOWN ? <li>{props.texts.more(problems.length - SHOWN)}</li> : null}
			</ul>
		</details>
	);
}
