import type { LensMeeting } from "../../../core/matrix/compare-lenses";
import { MEETINGS } from "../../../core/matrix/compare-lenses";
import type { Lens } from "../../../core/matrix/lens";
import type { CellReading } from "../../../core/matrix/read-cells";
import type { Texts } from "../../text/en";
import type { LensOption } from "./lens-options";

type MatrixTexts = Texts["matrix"];

/** Signs of the steps, from that of nothing; they differ without their colour. */
const SIGNS: readonly string[] = ["–", "▁", "▃", "▅", "▆", "█"];
/** Signs of how two lenses compare, in the order of `MEETINGS`. */
const MEETING_SIGNS: Readonly<Record<LensMeeting, string>> = {
	...{ neither: "–", first: "◐", second: "◑", both: "●" },
};

/** The lenses of a matrix: one, or two that are compared. */
export interface LensPair {
	readonly first: { readonly option: LensOption; readonly lens: Lens };
	readonly second: { readonly option: LensOption; readonly lens: Lens } | null;
}

/** A step of the legend. */
export interface LegendStep {
	/** Names its colour: `step-3`, `both`. */
	readonly tone: string;
	readonly sign: string;
	readonly label: string;
}

/** What stands in a cell besides its technique. */
export interface CellWords {
	readonly tone: string;
	readonly sign: string;
	/** "" for nothing. */
	readonly amount: string;
	/** What a screen reader says of it. */
	readonly spoken: string;
}

/** A lens with fewer steps than there are colours takes those that are furthest apart. */
function toneOf(step: number, steps: number): number {
	return step === 0 ? 0 : Math.max(1, Math.round((step * 5) / Math.max(1, steps)));
}

/** Explains the steps of a lens, or of a comparison. */
export function listLegend(pair: LensPair, texts: MatrixTexts): readonly LegendStep[] {
	const { first, second } = pair;
	if (second !== null) {
		const { meetings } = texts;
		return MEETINGS.map((meeting) => ({
			...{ tone: meeting, sign: MEETING_SIGNS[meeting] },
			label:
				meeting === "first"
					? meetings.first(first.option.label)
					: meeting === "second"
						? meetings.second(second.option.label)
						: meetings[meeting],
		}));
	}
	const { steps } = first.lens;
	return ["", ...steps.map((_, index) => stepLabel(first.lens, index, texts))].map(
		(label, step) => {
			const tone = toneOf(step, steps.length);
			const sign = SIGNS[tone] ?? "";
			return { tone: `step-${tone}`, sign, label: step === 0 ? texts.steps.none : label };
		},
	);
}

function stepLabel({ unit, steps }: Lens, index: number, { steps: texts }: MatrixTexts): string {
	const from = steps[index] ?? 0;
	const next = steps[index + 1];
	if (unit === "share") return from >= 1 ? texts.whole : texts.shareFrom(from);
	if (unit === "score" && steps.length === 1) return texts.present;
	if (next === undefined) return texts.from(from);
	if (unit !== "count") return texts.between(from, next);
	return next - from === 1 ? texts.one(from) : texts.between(from, next - 1);
}

/** Writes an amount as it stands in a cell. */
export function amountText(lens: Lens, amount: number | null, texts: MatrixTexts): string {
	if (amount === null) return "";
	if (lens.unit === "share") return texts.percent(amount);
	return texts.number(Math.round(amount * 100) / 100);
}

/** Says what stands in a cell; undefined while it is not counted yet. */
export function describeCell(
	reading: CellReading | undefined,
	pair: LensPair | undefined,
	texts: MatrixTexts,
): CellWords {
	if (reading === undefined || pair === undefined)
		return { tone: "step-0", sign: "", amount: "", spoken: texts.notReadYet };
	const { first, second } = pair;
	const steps = first.lens.steps.length;
	if (second === null || reading.second === null) {
		const { amount, step } = reading.first;
		const tone = toneOf(step, steps);
		const spoken = speak(first, amount, texts);
		return {
			...{ tone: `step-${tone}`, sign: SIGNS[tone] ?? "" },
			amount: amountText(first.lens, amount, texts),
			spoken: step === 0 ? spoken : `${spoken}, ${texts.step(step, steps)}`,
		};
	}
	const { meeting } = reading;
	const amounts = [
		amountText(first.lens, reading.first.amount, texts),
		amountText(second.lens, reading.second.amount, texts),
	];
	return {
		...{ tone: meeting, sign: MEETING_SIGNS[meeting] },
		amount: meeting === "neither" ? "" : amounts.map((amount) => amount || "0").join(" | "),
		spoken: [
			`${first.option.label}: ${speak(first, reading.first.amount, texts)}`,
			`${second.option.label}: ${speak(second, reading.second.amount, texts)}`,
		].join(", "),
	};
}

function speak({ option }: LensPair["first"], amount: number | null, texts: MatrixTexts): string {
	if (amount === null)
		return option.counts === "share" ? texts.nothing : speakCount(option, 0, texts);
	return speakCount(option, amount, texts);
}

function speakCount({ counts }: LensOption, amount: number, texts: MatrixTexts): string {
	switch (counts) {
		case "rules":
			return texts.rules(amount);
		case "tests":
			return texts.tests(amount);
		case "users":
			return texts.users(amount);
		case "entries":
			return texts.base.named(amount);
		case "share":
			return texts.understood(amount);
		case "score":
			return texts.score(amount);
	}
}
