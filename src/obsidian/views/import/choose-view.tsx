import { useState } from "preact/hooks";
import { resolveAddress } from "../../download/resolve-address";
import type { ImportSession } from "../../import/import-session";
import { SOURCE_KINDS } from "../../settings/remembered-source";
import { useImport } from "./import-host";
import { AllRemembered } from "./remembered-sources";
import { SourceCard } from "./source-card";

/** The first step: what to import, by kind, and how. */
export function ChooseView() {
	const { session, texts, attackVersion } = useImport();
	const [version, setVersion] = useState(attackVersion);
	const [restore, setRestore] = useState(false);
	const ready = session.chosen().length > 0;
	const needsVersion = session.chosen().some((source) => source.kind === "attack");
	const hosts = listHosts(session);
	return (
		<>
			<div class="detection-vault-import-body">
				<AllRemembered />
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
				<label class="detection-vault-option">
					<input
						type="checkbox"
						checked={restore}
						onChange={(event) => setRestore(event.currentTarget.checked)}
					/>
					<span>{texts.choose.restore}</span>
				</label>
				<p class="detection-vault-hint">
					{hosts.length === 0 ? texts.choose.offline : texts.choose.online(hosts.join(", "))}
				</p>
			</div>
			<div class="modal-button-container">
				{ready ? null : <span class="detection-vault-hint">{texts.choose.needed}</span>}
				<button
					type="button"
					class="mod-cta"
					disabled={!ready}
					onClick={() => void session.plan({ attackVersion: version.trim(), restore })}
				>
					{texts.choose.review}
				</button>
			</div>
		</>
	);
}

/** The hosts that the chosen sources are downloaded from, each once. */
function listHosts(session: ImportSession): string[] {
	const hosts = session.chosen().flatMap(({ address, kind }) => {
		const resolved = address === undefined ? undefined : resolveAddress(address, kind);
		return resolved?.ok === true ? resolved.location.hosts : [];
	});
	return [...new Set(hosts)];
}
