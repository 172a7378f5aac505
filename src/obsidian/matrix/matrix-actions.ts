import { Notice } from "obsidian";
import { writeLayer, writeNewLayer } from "../../core/layers/write-layer";
import { createComparingLens } from "../../core/matrix/compare-lenses";
import { draftLayer } from "../../core/matrix/draft-layer";
import { drawMatrixSvg } from "../../core/matrix/draw-svg";
import type { Lens } from "../../core/matrix/lens";
import { writeMatrixCsv } from "../../core/matrix/write-matrix-csv";
import type { Texts } from "../text/en";
import { amountText } from "../views/matrix/lens-words";
import type { ExportKind, MatrixActions, ShownMatrix } from "../views/matrix/matrix-actions";
import { drawPng } from "./draw-png";
import type { MatrixParts } from "./matrix-parts";
import { readColors } from "./read-colors";
import { saveFile } from "./save-file";
import { stampOf } from "./stamp";
import { errorMessage } from "../../core/text/error-message";

const EXTENSIONS: Readonly<Record<ExportKind, string>> = {
	...{ svg: "svg", png: "png", csv: "csv", layer: "json" },
};

/** By it a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Makes what a matrix does outside of itself. All files go into the home folder, through the vault. */
export function createMatrixActions({ app, texts, home }: MatrixParts): MatrixActions {
	const { matrix: words } = texts;
	const told = async (work: () => Promise<string>): Promise<void> => {
		try {
			new Notice(await work());
		} catch (error) {
			new Notice(words.exports.failed(errorMessage(error)));
		}
	};
	return {
		exportAs: (kind, shown) =>
			void told(async () => {
				const data = await makeExport(kind, shown, words);
				const name = `${titleOf(shown, words).replaceAll(":", " -")} ${stampOf(new Date())}`;
				const folder = `${home()}/Exports`;
				return words.exports.saved(await saveFile(app, folder, name, EXTENSIONS[kind], data));
			}),
		makeNote: (body, heading) =>
			void told(async () => {
				const name = words.gapNote(stampOf(new Date()));
				const text = `# ${heading}\n\n${body}`;
				const path = await saveFile(app, home(), name, "md", text);
				await app.workspace.openLinkText(path, "", "tab");
				return words.noted(path);
			}),
	};
}

function titleOf({ matrix, counts }: ShownMatrix, words: Texts["matrix"]): string {
	const { first, second } = counts.pair;
	const lenses = [first, ...(second === null ? [] : [second])].map(({ option }) => option.label);
	return `${words.titleOf(words.domains[matrix.domain])}, ${lenses.join(" / ")}`;
}

/** What is drawn: one lens, or how two compare. */
function lensOf({ counts }: ShownMatrix): Lens {
	const { first, second } = counts.pair;
	return second === null ? first.lens : createComparingLens(first.lens, second.lens);
}

async function makeExport(
	kind: ExportKind,
	shown: ShownMatrix,
	words: Texts["matrix"],
): Promise<string | ArrayBuffer> {
	switch (kind) {
		case "csv":
			return makeCsv(shown, words);
		case "layer":
			return makeLayer(shown, words);
		case "svg":
			return makeSvg(shown, words);
		case "png":
			return drawPng(makeSvg(shown, words));
	}
}

function makeCsv({ matrix, counts }: ShownMatrix, { exports: words }: Texts["matrix"]): string {
	const { first, second } = counts.pair;
	const text = writeMatrixCsv(matrix, counts.cells, {
		headers: [words.tactic, words.id, words.technique, words.parent],
		lenses: [first, ...(second === null ? [] : [second])].map(({ option }) => option.label),
	});
	return `${BYTE_ORDER_MARK}${text}`;
}

/** A layer that is looked at alone is written whole, with all that its file has. */
function makeLayer(shown: ShownMatrix, words: Texts["matrix"]): string {
	const { matrix, counts, isRolledUp, legend, element } = shown;
	const { first, second } = counts.pair;
	if (second === null && first.option.layer !== undefined) return writeLayer(first.option.layer);
	const lens = lensOf(shown);
	const { fills } = readColors(element);
	const title = titleOf(shown, words);
	return writeNewLayer(
		draftLayer(matrix, lens, isRolledUp, {
			name: title,
			description: words.exports.layerNote(title),
			colors: fills.slice(1),
			labels: legend.slice(1).map(({ label }) => label),
			comment: (_id, amount) => commentOf(shown, lens, amount, words),
		}),
	);
}

function makeSvg(shown: ShownMatrix, words: Texts["matrix"]): string {
	const { matrix, isRolledUp, legend, element, unfolded } = shown;
	const lens = lensOf(shown);
	return drawMatrixSvg(matrix, lens, isRolledUp, {
		title: titleOf(shown, words),
		...readColors(element),
		labels: legend.map(({ sign, label }) => `${sign} ${label}`),
		show: (amount) => showAmount(shown, lens, amount, words),
		isUnfolded: (technique) => unfolded.has(technique),
	});
}

function commentOf(shown: ShownMatrix, lens: Lens, amount: number, words: Texts["matrix"]): string {
	const { counts, legend } = shown;
	if (counts.pair.second !== null) return legend[amount]?.label ?? "";
	return `${counts.pair.first.option.label}: ${amountText(lens, amount, words)}`;
}

function showAmount(
	{ counts, legend }: ShownMatrix,
	lens: Lens,
	amount: number | null,
	words: Texts["matrix"],
): string {
	if (counts.pair.second === null) return amountText(lens, amount, words);
	return legend[amount ?? 0]?.sign ?? "";
}
