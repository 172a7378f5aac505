import { describe, expect, it } from "vitest";
import { drawMatrixSvg } from "../../../src/core/matrix/draw-svg";
import type { SvgStyle } from "../../../src/core/matrix/draw-svg";
import type { Lens } from "../../../src/core/matrix/lens";
import { NOTHING } from "../../../src/core/matrix/lens";
import { layOutMatrix } from "../../../src/core/matrix/matrix";
import { buildAttack, buildTechnique } from "./matrix-builder";

const lens: Lens = {
	...{ unit: "count", steps: [1, 5] },
	valueOf: (id) => (id === "T1001" ? { amount: 7, notes: [] } : NOTHING),
};

const style: SvgStyle = {
	...{ title: 'Rules <of> "us" & them', labels: ["none", "few", "many"] },
	...{ fills: ["#000001", "#000002", "#000003"], inks: ["#100001", "#100002", "#100003"] },
	...{ background: "#ffffff", ink: "#000000", line: "#cccccc" },
	show: (amount) => (amount === null ? "" : String(amount)),
	isUnfolded: (id) => id === "T1001",
};

const matrix = layOutMatrix(
	buildAttack([
		buildTechnique("T1001", ["access"], { name: "A name that is longer than any cell is wide" }),
		buildTechnique("T1001.001", ["access"], { name: "Sub\u0000<script>" }),
		buildTechnique("T1002", ["reach"]),
		buildTechnique("T1002.001", ["reach"]),
	]),
	"enterprise",
	() => true,
);

describe("the matrix as a picture", () => {
	const svg = drawMatrixSvg(matrix, lens, false, style);

	it("colours each cell by its step and says its number", () => {
		expect(svg.match(/<g /g)).toHaveLength(3);
		expect(svg.match(/fill="#000003"/g)).toHaveLength(2);
		expect(svg).toContain(">7</text>");
	});

	it("parts a long name into two lines, and cuts what is wider still", () => {
		expect(svg).toContain(">A name that is longer</text>");
		expect(svg).toContain(">than any cell is wide</text>");
		const long = buildTechnique("T1001", ["access"], { name: `One ${"word ".repeat(12)}` });
		const drawn = drawMatrixSvg(
			layOutMatrix(buildAttack([long]), "enterprise", () => true),
			...([lens, false, style] as const),
		);
		expect(drawn).toMatch(/>word word word word wor…<\/text>/);
		expect(drawn).toContain('clip-path="url(#cell)"');
	});

	it("leaves a long meaning in the legend its room", () => {
		const labels = ["none", "Only: a layer with a rather long name", "both"];
		const drawn = drawMatrixSvg(matrix, lens, false, { ...style, labels });
		const places = labels.map((label) =>
			Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${label}<`).exec(drawn)?.[1]),
		);
		expect((places[2] ?? 0) - (places[1] ?? 0)).toBeGreaterThan(200);
	});

	it("draws sub-techniques only where they are unfolded", () => {
		expect(svg).toContain("T1001.001");
		expect(svg).not.toContain("T1002.001");
	});

	it("holds text as text", () => {
		expect(svg).toContain("<title>Rules &lt;of&gt; &quot;us&quot; &amp; them</title>");
		expect(svg).toContain("Sub &lt;script&gt;");
		expect(svg).not.toContain("\u0000");
	});
});
