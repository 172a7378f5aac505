import { useMemo } from "preact/hooks";
import type { Conversion } from "../../../core/convert/conversion";
import { compareTexts, type DiffLine } from "../../import/compare-texts";
import type { Choice } from "./block-choices";
import { useConvert } from "./convert-host";

const FENCE = "```";

/** A block before and after, side by side where there is room. */
export function BlockDiff(props: { readonly conversion: Conversion; readonly choice: Choice }) {
	const { conversion, choice } = props;
	const { texts } = useConvert();
	const lines = useMemo(() => compareBlock(conversion, choice), [conversion, choice]);
	return (
		<div class="detection-vault-sides">
			<Side name={texts.before} lines={lines.filter(({ kind }) => kind !== "added")} />
			{choice === "leave" ? (
				<div>
					<h4>{texts.after}</h4>
					<p class="detection-vault-hint">{texts.stays}</p>
				</div>
			) : (
				<Side name={texts.after} lines={lines.filter(({ kind }) => kind !== "removed")} />
			)}
		</div>
	);
}

function compareBlock({ block, to }: Conversion, choice: Choice): DiffLine[] {
	const before = writeBlock(block.language, block.text);
	const turned = choice === "leave" ? undefined : to[choice];
	return compareTexts(before, turned?.ok === true ? writeBlock(choice, turned.text) : before);
}

function writeBlock(language: string, text: string): string {
	return [FENCE + language, text, FENCE].join("\n");
}

const MARKS = { same: " ", added: "+", removed: "−" } as const;

function Side({ name, lines }: { readonly name: string; readonly lines: readonly DiffLine[] }) {
	const { texts } = useConvert();
	return (
		<div>
			<h4>{name}</h4>
			<div class="detection-vault-diff-lines">
				{lines.map((line) => (
					<div
						key={`${line.kind}-${line.number}`}
						class={`detection-vault-diff-line is-${line.kind}`}
					>
						<span
							class="detection-vault-diff-mark"
							aria-label={line.kind === "same" ? undefined : texts[line.kind]}
						>
							{MARKS[line.kind]}
						</span>
						<span>{line.text === "" ? " " : line.text}</span>
					</div>
				))}
			</div>
		</div>
	);
}
