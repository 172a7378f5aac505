import { useState } from "preact/hooks";
import { SOURCE_KINDS } from "../../settings/plugin-settings";
import { useImport } from "./import-host";
import { SourceCard } from "./source-card";

/** The first step: what to import, by kind. */
export function ChooseView() {
	const { session, texts, attackVersion } = useImport();
	const [version, setVersion] = useState(attackVersion);
	const ready = session.chosen().length > 0;
	const needsVersion = session.chosen().some((source) => source.kind === "attack");
	return (
		<>
			<div class="detection-vault-import-body">
				{SOURCE_KINDS.map((kind) => (
					<SourceCard key={kind} kind={kind}>
						{kind === "attack" && needsVersion ? (
							<label class="detection-vault-version">
								<span>{texts.choose.version}</span>
								<input
									type="text"
									inputMode="decimal"
									placeholder={texts.choose.versionPlaceholder}
									value={version}
									onInput={(event) => setVersion(event.currentTarget.value)}
								/>
							</label>
						) : null}
					</SourceCard>
				))}
				<p class="detection-vault-hint">{texts.choose.offline}</p>
			</div>
			<div class="modal-button-container">
				<button
					type="button"
					class="mod-cta"
					disabled={!ready}
					onClick={() => void session.plan(version.trim())}
				>
					{texts.choose.review}
				</button>
				{ready ? null : <span class="detection-vault-hint">{texts.choose.needed}</span>}
			</div>
		</>
	);
}
