import { useState } from "preact/hooks";
import type { PredicateValue } from "../../../core/model/predicate";
import { showValue } from "../../../core/panels/show-value";
import { useHost } from "../view-host";

/** Longer values are cut until a person asks for the rest. */
const LONGEST = 160;

/** A value that a rule compares with, as it stands there. */
export function CodeValue({ value }: { readonly value: PredicateValue }) {
	return <CodeText text={showValue(value)} />;
}

/** A piece of a rule in code; a long one is cut, and opens on demand. */
export function CodeText({ text }: { readonly text: string }) {
	const { panel } = useHost().texts;
	const [isWhole, setWhole] = useState(false);
	if (text.length <= LONGEST) return <code>{text === "" ? '""' : text}</code>;
	const label = isWhole ? panel.cutValue : panel.wholeValue;
	return (
		<>
			<code>{isWhole ? text : `${text.slice(0, LONGEST)}…`}</code>{" "}
			<button
				type="button"
				class="detection-vault-text-button"
				aria-expanded={isWhole}
				onClick={() => setWhole(!isWhole)}
			>
				{label}
			</button>
		</>
	);
}
