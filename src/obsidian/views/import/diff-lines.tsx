import { useMemo, useState } from "preact/hooks";
import { compareTexts, foldDiff } from "../../import/compare-texts";
import type { DiffLine } from "../../import/compare-texts";
import type { Texts } from "../../text/en";

/** Lines that are shown at first. */
const FIRST_LINES = 200;

const MARKS = { same: " ", added: "+", removed: "−" } as const;

/** What becomes of a text, line by line; long stretches that stay are folded. */
export function DiffLines(props: {
	readonly before: string;
	readonly after: string;
	readonly texts: Texts["import"]["plan"];
}) {
	const { before, after, texts } = props;
	const parts = useMemo(() => foldDiff(compareTexts(before, after)), [before, after]);
	const [limit, setLimit] = useState(FIRST_LINES);
	const total = parts.reduce(
		(sum, part) => sum + (part.kind === "lines" ? part.lines.length : 0),
		0,
	);
	let left = limit;
	return (
		<>
			<div class="detection-vault-diff-lines">
				{parts.map((part, index) => {
					if (part.kind === "skipped") {
						return left <= 0 ? null : (
							<div key={index} class="detection-vault-diff-skipped">
								{texts.skippedLines(part.count)}
							</div>
						);
					}
					const shown = part.lines.slice(0, Math.max(0, left));
					left -= part.lines.length;
					return shown.map((line, at) => (
						<Line key={`${String(index)}-${String(at)}`} line={line} texts={texts} />
					));
				})}
			</div>
			{total > limit ? (
				<button type="button" onClick={() => setLimit(Infinity)}>
					{texts.cut(total - limit)}
				</button>
			) : null}
		</>
	);
}

function Line(props: { readonly line: DiffLine; readonly texts: Texts["import"]["plan"] }) {
	const { line, texts } = props;
	const spoken = line.kind === "same" ? undefined : texts[line.kind];
	return (
		<div class={`detection-vault-diff-line is-${line.kind}`}>
			<span
				class="detection-vault-diff-mark"
				aria-label={spoken}
				role={spoken === undefined ? undefined : "img"}
			>
				{MARKS[line.kind]}
			</span>
			<span>{line.text === "" ? " " : line.text}</span>
		</div>
	);
}
