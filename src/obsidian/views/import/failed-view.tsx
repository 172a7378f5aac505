import { Icon } from "../icon";
import { useImport } from "./import-host";

/** An import that could not go on, and why. */
export function FailedView({ message }: { readonly message: string }) {
	const { session, texts, close } = useImport();
	return (
		<>
			<div class="detection-vault-import-body">
				<div class="detection-vault-message is-error" role="alert">
					<Icon name="alert-triangle" />
					<div>
						<p class="detection-vault-message-title">{texts.failed.title}</p>
						{message.split("\n").map((line, index) => (
							<p key={index}>{line}</p>
						))}
						<p class="detection-vault-hint">{texts.failed.hint}</p>
					</div>
				</div>
			</div>
			<div class="modal-button-container">
				<button type="button" class="mod-cta" onClick={session.back}>
					{texts.back}
				</button>
				<button type="button" onClick={close}>
					{texts.close}
				</button>
			</div>
		</>
	);
}
