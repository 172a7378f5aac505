import type { LensMeeting } from "../../../core/matrix/compare-lenses";
import { MEETINGS } from "../../../core/matrix/compare-lenses";
import type { Lens } from "../../../core/matrix/lens";
import type { CellReading, CellValue } from "../../../core/matrix/read-cells";
import { OUTCOME_STEPS } from "../../../core/matrix/run-lenses";
import type { Texts } from "../../text/en";
import type { LensOption } from "./lens-options";

type MatrixTexts = Texts["matrix"];

/** Signs of the steps, from that of nothing; they differ without their colour. */
const SIGNS: readonly string[] = ["–", "▁", "▂", "▄", "▆", "█"];
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

function stepLabel(lens: Lens, index: number, { steps: texts, ...more }: MatrixTexts): string {
	const { unit, steps, today = 0 } = lens;
	const from = steps[index] ?? 0;
	const next = steps[index + 1];
	if (unit === "day")
		return index === 0 ? texts.daysBefore(today - (next ?? 0)) : texts.daysWithin(today - from);
	if (unit === "outcome") return more.outcomes[OUTCOME_STEPS[index] ?? "tbd"];
	if (unit === "share") return from >= 1 ? texts.whole : texts.shareFrom(from);
	if (unit === "score" && steps.length === 1) return texts.present;
	if (next === undefined) return texts.from(from);
	if (unit !== "count" && lens.isWhole !== true) return texts.between(from, next);
	return next - from === 1 ? texts.one(from) : texts.between(from, next - 1);
}

/** Writes an amount as it stands in a cell. */
export function amountText(lens: Lens, amount: number | null, texts: MatrixTexts): string {
	if (amount === null) return "";
	if (lens.unit === "share") return texts.percent(amount);
	if (lens.unit === "day") return ageText(lens, amount, texts.ages);
	if (lens.unit === "outcome") return texts.outcomes[OUTCOME_STEPS[amount - 1] ?? "tbd"];
	return texts.number(Math.round(amount * 100) / 100);
}

function ageText({ today = 0 }: Lens, day: number, texts: MatrixTexts["ages"]): string {
	return day === 0 ? texts.unknown : texts.short(Math.max(0, today - day));
}

/** Writes what one lens says in a cell. */
function valueText(lens: Lens, { amount, parts }: CellValue, texts: MatrixTexts): string {
	return parts === undefined ? amountText(lens, amount, texts) : texts.part(...parts);
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
		const { step } = reading.first;
		const tone = toneOf(step, steps);
		const spoken = speak(first, reading.first, texts);
		return {
			...{ tone: `step-${tone}`, sign: SIGNS[tone] ?? "" },
			amount: valueText(first.lens, reading.first, texts),
			spoken: step === 0 ? spoken : `${spoken}, ${texts.step(step, steps)}`,
		};
	}
	const { meeting } = reading;
	const amounts = [
		valueText(first.lens, reading.first, texts),
		valueText(second.lens, reading.second, texts),
	];
	return {
		...{ tone: meeting, sign: MEETING_SIGNS[meeting] },
		amount: meeting === "neither" ? "" : amounts.map((amount) => amount || "0").join(" | "),
		spoken: [
			`${first.option.label}: ${speak(first, reading.first, texts)}`,
			`${second.option.label}: ${speak(second, reading.second, texts)}`,
		].join(", "),
	};
}

function speak(
	{ option, lens }: LensPair["first"],
	{ amount, parts }: CellValue,
	texts: MatrixTexts,
): string {
	switch (option.counts) {
		case "rules":
			return texts.rules(amount ?? 0);
		case "tests":
			return texts.tests(amount ?? 0);
		case "users":
			return texts.users(amount ?? 0);
		case "entries":
			return texts.base.named(amount ?? 0);
		case "share":
			return amount === null ? texts.nothing : texts.understood(amount);
		case "score":
			return texts.score(amount ?? 0);
		case "age":
			return speakAge(lens, amount, texts.ages);
		case "outcome":
			return amount === null ? texts.ages.never : amountText(lens, amount, texts);
		case "proven":
			return parts === undefined ? texts.noneProven : texts.proven(...parts);
	}
}

function speakAge({ today = 0 }: Lens, day: number | null, texts: MatrixTexts["ages"]): string {
	if (day === null) return texts.never;
	return day === 0 ? texts.someTime : texts.spoken(Math.max(0, today - day));
}
