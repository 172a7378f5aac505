import type { ComponentChildren, TargetedDragEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SourceInput } from "../../../core/ports/source-files";
import { PUBLISHED_SOURCES } from "../../download/published-sources";
import { openDroppedItems } from "../../ports/dropped-entries";
import { openPickedFiles } from "../../ports/picked-files";
import type { SourceKind } from "../../settings/remembered-source";
import { IconButton } from "../icon";
import { useImport } from "./import-host";
import { RememberedSources } from "./remembered-sources";

/** One kind of source: what was chosen, and the ways to choose. Files and folders may be dropped on it. */
export function SourceCard(props: {
	readonly kind: SourceKind;
	readonly children?: ComponentChildren;
}) {
	const { kind } = props;
	const { session, texts, tell } = useImport();
	const [over, setOver] = useState(false);
	const add = (inputs: readonly SourceInput[]) =>
		session.add(inputs.map((input) => ({ kind, input, vaultPath: null })));
	const drop = (event: TargetedDragEvent<HTMLElement>) => {
		event.preventDefault();
		setOver(false);
		const inputs = openDroppedItems(event.dataTransfer?.items ?? []);
		if (inputs.length === 0) tell(texts.choose.nothingDropped);
		else add(inputs);
	};
	return (
		<section
			class={over ? "detection-vault-source is-over" : "detection-vault-source"}
			aria-label={texts.kinds[kind].name}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<h3>{texts.kinds[kind].name}</h3>
			<p class="detection-vault-hint">{texts.kinds[kind].hint}</p>
			<ChosenList kind={kind} />
			<Pickers kind={kind} onPick={(files) => add(openPickedFiles(files))} />
			<RememberedSources kind={kind} />
			{props.children}
		</section>
	);
}

function ChosenList({ kind }: { readonly kind: SourceKind }) {
	const { session, texts } = useImport();
	const chosen = session.chosen().filter((source) => source.kind === kind);
	if (chosen.length === 0) return null;
	return (
		<ul class="detection-vault-chosen">
			{chosen.map((source, index) => (
				<li key={index}>
					<span>{source.input.argument}</span>
					<IconButton
						icon="x"
						label={texts.choose.remove(source.input.argument)}
						onClick={() => session.remove(source)}
					/>
				</li>
			))}
		</ul>
	);
}

function Pickers(props: {
	readonly kind: SourceKind;
	readonly onPick: (files: readonly File[]) => void;
}) {
	const { session, texts, canChooseFolders, chooseInVault, addPublished } = useImport();
	const { choose, kinds } = texts;
	const kind = kinds[props.kind].name;
	return (
		<div class="detection-vault-pickers">
			<FilePicker label={choose.files} spoken={choose.button(choose.files, kind)} {...props} />
			{canChooseFolders ? (
				<FilePicker
					label={choose.folder}
					spoken={choose.button(choose.folder, kind)}
					folder
					{...props}
				/>
			) : null}
			<button
				type="button"
				aria-label={choose.button(choose.vault, kind)}
				onClick={() => chooseInVault(props.kind, (source) => session.add([source]))}
			>
				{choose.vault}
			</button>
			{PUBLISHED_SOURCES.some((source) => source.kind === props.kind) ? (
				<button
					type="button"
					aria-label={choose.button(choose.web, kind)}
					onClick={() => addPublished(props.kind)}
				>
					{choose.web}
				</button>
			) : null}
			<span class="detection-vault-hint detection-vault-drop-hint">{choose.drop}</span>
		</div>
	);
}

function FilePicker(props: {
	readonly label: string;
	readonly spoken: string;
	readonly folder?: boolean;
	readonly onPick: (files: readonly File[]) => void;
}) {
	const { folder = false } = props;
	const input = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (input.current !== null) input.current.webkitdirectory = folder;
	}, [folder]);
	return (
		<>
			<button type="button" aria-label={props.spoken} onClick={() => input.current?.click()}>
				{props.label}
			</button>
			<input
				ref={input}
				type="file"
				multiple
				hidden
				onChange={(event) => {
					const field = event.currentTarget;
					const files = [...(field.files ?? [])];
					// The same file may be chosen again after it was removed.
					field.value = "";
					if (files.length > 0) props.onPick(files);
				}}
			/>
		</>
	);
}
