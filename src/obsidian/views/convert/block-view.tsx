import type { Conversion, Obstacle } from "../../../core/convert/conversion";
import { isPossible, isTurnable, type Choice } from "./block-choices";
import { BlockDiff } from "./block-diff";
import { ChoiceButtons } from "./choice-buttons";
import { useConvert } from "./convert-host";

/** One old block: what it may become, how that looks, and what stands in the way. */
export function BlockView(props: {
	readonly note: string;
	readonly conversion: Conversion;
	readonly choice: Choice;
	readonly onChoose: (conversion: Conversion, choice: Choice) => void;
}) {
	const { note, conversion, choice, onChoose } = props;
	const { texts } = useConvert();
	const { block } = conversion;
	return (
		<section class="detection-vault-old-block">
			<div class="detection-vault-old-block-head">
				<span>
					{texts.line(block.line)} · {texts.languages[block.language]}
				</span>
				{isTurnable(conversion) ? (
					<ChoiceButtons
						label={texts.choiceOf(note, block.line)}
						chosen={choice}
						isPossible={(each) => isPossible(conversion, each)}
						onChoose={(each) => onChoose(conversion, each)}
					/>
				) : null}
			</div>
			<BlockDiff conversion={conversion} choice={choice} />
			<Obstacles conversion={conversion} />
			<Remarks conversion={conversion} choice={choice} />
		</section>
	);
}

function Obstacles({ conversion }: { readonly conversion: Conversion }) {
	const { texts } = useConvert();
	const { "detection-vault": table, base } = conversion.to;
	if (!table.ok && !base.ok) {
		return <ObstacleList name={texts.cannotBe.both} obstacles={table.obstacles} />;
	}
	return (
		<>
			{table.ok ? null : (
				<ObstacleList name={texts.cannotBe["detection-vault"]} obstacles={table.obstacles} />
			)}
			{base.ok ? null : <ObstacleList name={texts.cannotBe.base} obstacles={base.obstacles} />}
		</>
	);
}

function ObstacleList(props: { readonly name: string; readonly obstacles: readonly Obstacle[] }) {
	const { texts } = useConvert();
	return (
		<div class="detection-vault-obstacles">
			<p>{props.name}</p>
			<ul>
				{props.obstacles.map(({ reason, part, detail }, index) => (
					<li key={index}>
						{part === "" ? null : <code>{part}</code>} {texts.reasons[reason]}
						{detail === undefined ? "." : `: ${detail}`}
					</li>
				))}
			</ul>
		</div>
	);
}

function Remarks({
	conversion,
	choice,
}: {
	readonly conversion: Conversion;
	readonly choice: Choice;
}) {
	const { texts } = useConvert();
	const turned = choice === "leave" ? undefined : conversion.to[choice];
	if (turned?.ok !== true) return null;
	return (
		<>
			{turned.remarks.map((remark) => (
				<p key={remark} class="detection-vault-hint">
					{texts.remarks[remark]}
				</p>
			))}
		</>
	);
}
