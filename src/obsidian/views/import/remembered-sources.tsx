import { formatDay } from "../../text/dates";
import type { Texts } from "../../text/en";
import type { RememberedSource, SourceKind } from "../../settings/plugin-settings";
import { useImport } from "./import-host";

/** What was imported last time: one press takes it again where it lies in the vault. */
export function RememberedSources({ kind }: { readonly kind: SourceKind }) {
	const { session, remembered } = useImport();
	const chosen = new Set(session.chosen().map((source) => source.vaultPath));
	const offered = remembered.filter(
		(source) =>
			source.kind === kind && (source.vaultPath === null || !chosen.has(source.vaultPath)),
	);
	if (offered.length === 0 || session.chosen().some((source) => source.kind === kind)) return null;
	return (
		<ul class="detection-vault-remembered">
			{offered.map((source, index) => (
				<li key={index}>
					<Remembered source={source} />
				</li>
			))}
		</ul>
	);
}

function Remembered({ source }: { readonly source: RememberedSource }) {
	const { session, texts, language, openRemembered, tell } = useImport();
	const last = texts.choose.last(
		nameSource(source, texts, language),
		formatDay(source.importedAt, language),
	);
	if (source.vaultPath === null) return <span class="detection-vault-hint">{last}</span>;
	const path = source.vaultPath;
	return (
		<>
			<span class="detection-vault-hint">{last}</span>
			<button
				type="button"
				onClick={() => {
					const opened = openRemembered(source);
					if (opened === undefined) tell(texts.choose.gone(path));
					else session.add([opened]);
				}}
			>
				{texts.choose.again(source.name)}
			</button>
		</>
	);
}

function nameSource(
	{ name, stamp }: RememberedSource,
	{ choose }: Texts["import"],
	language: string,
): string {
	if (stamp === undefined) return name;
	const text = stamp.kind === "newest" ? formatDay(stamp.text, language) : stamp.text;
	return choose.stamped(name, choose.stamps[stamp.kind](text));
}
