import { resolveAddress } from "../../download/resolve-address";
import type { ChosenSource } from "../../import/chosen-source";
import type { RememberedSource, SourceKind } from "../../settings/remembered-source";
import { formatDay } from "../../text/dates";
import { describeStamp } from "../../text/stamps";
import { useImport } from "./import-host";

/** Takes all sources that can be opened again, where there are several. */
export function AllRemembered() {
	const { session, texts, remembered, openRemembered } = useImport();
	const { choose } = texts;
	if (session.chosen().length > 0) return null;
	const openable = remembered.filter(({ vaultPath, online }) => vaultPath !== null || online);
	if (openable.length < 2) return null;
	return (
		<div class="detection-vault-all-remembered">
			<span class="detection-vault-hint">{choose.allHint(openable.length)}</span>
			<button
				type="button"
				onClick={() =>
					session.add(
						openable.flatMap((source): ChosenSource[] => {
							const opened = openRemembered(source);
							return opened === undefined ? [] : [opened];
						}),
					)
				}
			>
				{choose.all}
			</button>
		</div>
	);
}

/** What was imported last time, or added in the settings: one press takes it again. */
export function RememberedSources({ kind }: { readonly kind: SourceKind }) {
	const { session, remembered } = useImport();
	const chosen = session.chosen();
	const isChosen = ({ vaultPath, address }: RememberedSource): boolean =>
		chosen.some(
			(source) =>
				(vaultPath !== null && source.vaultPath === vaultPath) ||
				(address !== null && source.address === address),
		);
	const hasOwn = chosen.some((source) => source.kind === kind);
	const offered = remembered.filter((source) => {
		if (source.kind !== kind || isChosen(source)) return false;
		// What lay outside the vault can only be named, which is of no use beside what was chosen.
		return !hasOwn || source.vaultPath !== null || source.address !== null;
	});
	if (offered.length === 0) return null;
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
	const { choose } = texts;
	const { name, vaultPath, address, online, importedAt, stamp } = source;
	const state = describeStamp(stamp, choose.stamps, language);
	const named = state === undefined ? name : choose.stamped(name, state);
	const last =
		importedAt === null ? choose.added(named) : choose.last(named, formatDay(importedAt, language));
	const line = <span class="detection-vault-hint">{last}</span>;
	if (vaultPath === null && !online) {
		return (
			<>
				{line}
				{address === null ? null : <Off source={source} />}
			</>
		);
	}
	return (
		<>
			{line}
			<button
				type="button"
				onClick={() => {
					const opened = openRemembered(source);
					if (opened === undefined) tell(choose.gone(vaultPath ?? address ?? name));
					else session.add([opened]);
				}}
			>
				{vaultPath === null ? choose.download(name) : choose.again(name)}
			</button>
		</>
	);
}

/** The download of a source that is remembered, and not switched on yet. */
function Off({ source }: { readonly source: RememberedSource }) {
	const { texts, allowDownload } = useImport();
	const { address, kind, name } = source;
	const resolved = resolveAddress(address ?? "", kind);
	if (!resolved.ok) return null;
	return (
		<button type="button" onClick={() => allowDownload(source)}>
			{texts.choose.allow(name, resolved.location.hosts.join(", "))}
		</button>
	);
}
