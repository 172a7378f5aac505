import { useImport } from "./import-host";
import { ProgressBar, useSteadyRedraws } from "./progress-parts";

/** Work that is under way: how far it is, the file in hand, and ways to pause and to stop it. */
export function ProgressView({ title, hint }: { readonly title: string; readonly hint: string }) {
	const { session, texts } = useImport();
	const place = useSteadyRedraws();
	const paused = session.paused();
	const { stage, done, total, detail } = session.progress();
	return (
		<div ref={place} class="detection-vault-progress">
			<div class="detection-vault-import-body">
				<h3>{title}</h3>
				<ProgressBar label={texts.stages[stage]} done={done} total={total} />
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
