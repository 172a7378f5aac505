import type { SvgStyle } from "../../core/matrix/draw-svg";

/** Reads the colours in which a matrix is drawn now: those of its legend, in the legend's order, and of its ground. */
export function readColors(
	element: HTMLElement,
): Pick<SvgStyle, "background" | "fills" | "ink" | "inks" | "line"> {
	const context = createEl("canvas").getContext("2d", { willReadFrequently: true });
	const styleOf = (each: Element): CSSStyleDeclaration => element.win.getComputedStyle(each);
	const own = styleOf(element);
	const background = toHex(context, own.backgroundColor, "#ffffff");
	const hex = (color: string): string => toHex(context, color, background);
	const swatches = Array.from(element.querySelectorAll("[data-tone]")).map(styleOf);
	return {
		background,
		ink: hex(own.color),
		line: hex(own.borderBlockEndColor),
		fills: swatches.map(({ backgroundColor }) => hex(backgroundColor)),
		inks: swatches.map(({ color }) => hex(color)),
	};
}

/** Whatever way a colour is written, a canvas knows what it looks like on a ground. */
function toHex(context: CanvasRenderingContext2D | null, color: string, ground: string): string {
	if (context === null) return ground;
	for (const each of [ground, color]) {
		context.fillStyle = each;
		context.fillRect(0, 0, 1, 1);
	}
	const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
	const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, "0"));
	return `#${digits.join("")}`;
}
