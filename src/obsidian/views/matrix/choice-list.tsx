import type { RefObject } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useHost } from "../view-host";

/** Choices that are shown at once; a search finds the others. */
const SHOWN = 60;

/** One thing to choose. */
export interface Choice {
	readonly key: string;
	readonly label: string;
	/** Further words that a search finds it by. */
	readonly words?: string;
}

/** A button that opens a list of which several can be chosen, with a search where it is long. */
export function ChoiceList(props: {
	readonly label: string;
	readonly choices: readonly Choice[];
	readonly chosen: readonly string[];
	/** What it means that none is chosen, where that is not all of them. */
	readonly unchosen?: string;
	readonly onChange: (chosen: readonly string[]) => void;
}) {
	const { label, choices, chosen } = props;
	const { matrix: texts } = useHost().texts;
	const [isOpen, setOpen] = useState(false);
	const place = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	useOutside(place, isOpen, () => setOpen(false));
	if (choices.length === 0) return null;
	const one = chosen.length === 1 ? choices.find(({ key }) => key === chosen[0])?.label : undefined;
	const summary =
		chosen.length === 0 ? (props.unchosen ?? texts.all) : (one ?? texts.chosen(chosen.length));
	return (
		<div
			class="detection-vault-matrix-choice"
			ref={place}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !isOpen) return;
				event.stopPropagation();
				setOpen(false);
				button.current?.focus();
			}}
			onFocusOut={(event) => {
				const next = event.relatedTarget as Node | null;
				if (next !== null && place.current?.contains(next) !== true) setOpen(false);
			}}
		>
			<button
				type="button"
				ref={button}
				class={chosen.length > 0 ? "is-chosen" : ""}
				aria-expanded={isOpen}
				aria-controls={isOpen ? id : undefined}
				onClick={() => setOpen(!isOpen)}
			>
				{`${label}: ${summary}`}
			</button>
			{isOpen ? <Choices {...props} id={id} /> : null}
		</div>
	);
}

/** Tells that a person pressed elsewhere, also where nothing takes the focus. */
function useOutside(
	place: RefObject<HTMLElement | null>,
	isOpen: boolean,
	leave: () => void,
): void {
	useLayoutEffect(() => {
		const element = place.current;
		if (!isOpen || element === null) return;
		const { doc } = element;
		const look = ({ target }: Event): void => {
			if (!element.contains(target as Node | null)) leave();
		};
		doc.addEventListener("pointerdown", look);
		return () => doc.removeEventListener("pointerdown", look);
	}, [isOpen]);
}

function Choices(props: {
	readonly id: string;
	readonly label: string;
	readonly choices: readonly Choice[];
	readonly chosen: readonly string[];
	readonly onChange: (chosen: readonly string[]) => void;
}) {
	const { id, label, choices, chosen, onChange } = props;
	const { matrix: texts } = useHost().texts;
	const [search, setSearch] = useState("");
	const panel = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		panel.current?.querySelector("input")?.focus();
	}, []);
	const found = searchChoices(choices, chosen, search);
	const toggle = (key: string): void =>
		onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
	return (
		<div
			id={id}
			ref={panel}
			class="detection-vault-matrix-choices"
			role="group"
			aria-label={texts.choose(label)}
		>
			{choices.length > 8 ? (
				<input
					type="search"
					value={search}
					placeholder={texts.findChoice}
					aria-label={texts.findChoice}
					onInput={(event) => setSearch(event.currentTarget.value)}
				/>
			) : null}
			<ul>
				{found.slice(0, SHOWN).map((choice) => (
					<li key={choice.key}>
						<label>
							<input
								type="checkbox"
								checked={chosen.includes(choice.key)}
								onChange={() => toggle(choice.key)}
							/>
							<span>{choice.label}</span>
						</label>
					</li>
				))}
			</ul>
			{found.length === 0 ? <p class="detection-vault-hint">{texts.noChoice}</p> : null}
			{found.length > SHOWN ? (
				<p class="detection-vault-hint">{texts.moreChoices(found.length - SHOWN)}</p>
			) : null}
			{chosen.length > 0 ? (
				<button type="button" onClick={() => onChange([])}>
					{texts.clearChoice}
				</button>
			) : null}
		</div>
	);
}

/** What is chosen stands first while nothing is looked for, so that it is seen. */
function searchChoices(
	choices: readonly Choice[],
	chosen: readonly string[],
	search: string,
): readonly Choice[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) {
		if (choices.length <= SHOWN) return choices;
		const isChosen = ({ key }: Choice): boolean => chosen.includes(key);
		return [...choices.filter(isChosen), ...choices.filter((choice) => !isChosen(choice))];
	}
	return choices.filter(({ label, words: more = "" }) => {
		const searched = `${label} ${more}`.toLowerCase();
		return words.every((word) => searched.includes(word));
	});
}
