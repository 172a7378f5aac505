import { useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { useImport } from "./import-host";

/** How often the figures are drawn anew, in milliseconds. */
const REFRESH = 120;

/** Work that is under way: how far it is, the file in hand, and ways to pause and to stop it. */
export function ProgressView({ title, hint }: { readonly title: string; readonly hint: string }) {
	const { session, texts } = useImport();
	const place = useRef<HTMLDivElement>(null);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	useLayoutEffect(() => {
		const win = place.current?.win ?? window;
		const timer = win.setInterval(() => redraw(undefined), REFRESH);
		return () => win.clearInterval(timer);
	}, []);
	const paused = session.paused();
	const { stage, done, total, detail } = session.progress();
	return (
		<div ref={place} class="detection-vault-progress">
			<div class="detection-vault-import-body">
				<h3>{title}</h3>
				<progress
					class="detection-vault-bar"
					aria-label={texts.stages[stage]}
					max={total ?? undefined}
					value={total === null ? undefined : Math.min(done, total)}
				/>
				<p class="detection-vault-progress-line">
					<span>{texts.stages[stage]}</span>
					<span>{texts.progress(done, total)}</span>
				</p>
				<p class="detection-vault-progress-detail">{detail}</p>
				<WriteFigures />
				<p class="detection-vault-hint" role="status">
					{session.stopping() ? texts.cancelling : paused ? texts.paused : hint}
				</p>
			</div>
			<div class="modal-button-container">
				<button
					type="button"
					disabled={session.stopping()}
					onClick={paused ? session.resume : session.pause}
				>
					{paused ? texts.resume : texts.pause}
				</button>
				<button type="button" disabled={session.stopping()} onClick={session.cancel}>
					{texts.cancel}
				</button>
			</div>
		</div>
	);
}

/** What became of the notes so far. Screen readers hear the end of it: these figures change too fast. */
function WriteFigures() {
	const { session, texts, language } = useImport();
	const counts = session.counts();
	if (counts === undefined) return null;
	const { created, updated, unchanged, conflicts, failed } = counts;
	const figures = [
		{ label: texts.done.created, count: created },
		{ label: texts.done.updated, count: updated },
		{ label: texts.done.conflicts, count: conflicts },
		{ label: texts.done.unchanged, count: unchanged },
		...(failed > 0 ? [{ label: texts.done.failed, count: failed }] : []),
	];
	return (
		<dl class="detection-vault-figures" aria-label={texts.writing.counts}>
			{figures.map(({ label, count }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd class="detection-vault-figure">{count.toLocaleString(language)}</dd>
				</div>
			))}
		</dl>
	);
}
