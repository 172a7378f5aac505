import { Message } from "../outcome/error-view";
import { useHost } from "../view-host";

/** How far the notes of the vault are read. */
export interface IndexProgress {
	readonly done: number;
	readonly total: number;
}

/** Says that numbers follow. */
export function ReadingHint({ progress }: { readonly progress: IndexProgress | undefined }) {
	const { index, matrix } = useHost().texts;
	const isKnown = progress !== undefined && progress.total > 0;
	return (
		<p class="detection-vault-matrix-reading detection-vault-hint" role="status">
			{isKnown ? matrix.reading(progress.done, progress.total) : index.waiting}
		</p>
	);
}

/** What to do in a vault without techniques. */
export function EmptyMatrix() {
	const { texts, importSources } = useHost();
	const { matrix } = texts;
	return (
		<div class="detection-vault-matrix-message">
			<Message icon="info" tone="quiet" title={matrix.empty}>
				<p class="detection-vault-hint">{matrix.emptyHint}</p>
				{importSources === undefined ? null : (
					<button type="button" class="mod-cta" onClick={importSources}>
						{matrix.import}
					</button>
				)}
			</Message>
		</div>
	);
}

/** Says that the filters let nothing through. */
export function NothingLeft({ onClear }: { readonly onClear: () => void }) {
	const { matrix } = useHost().texts;
	return (
		<div class="detection-vault-matrix-message">
			<Message icon="info" tone="quiet" title={matrix.noMatch}>
				<p class="detection-vault-hint">{matrix.noMatchHint}</p>
				<button type="button" onClick={onClear}>
					{matrix.clear}
				</button>
			</Message>
		</div>
	);
}

/** Says why there is nothing to draw. */
export function FailedMatrix({ reason }: { readonly reason: string }) {
	const { index } = useHost().texts;
	return (
		<div class="detection-vault-matrix-message">
			<Message icon="alert-triangle" title={index.failed(reason)} />
		</div>
	);
}
