import { followFence } from "../document/fence-marks";

/**
 * Divides a text into its blocks: what stands between empty lines, a fence being in one block whatever is in it.
 *
 * Each is given as it is written, but for spaces at the ends of lines outside fences; a fence that nothing closes is closed.
 */
export function splitBlocks(text: string): string[] {
	const blocks: string[] = [];
	let lines: string[] = [];
	let fence = "";
	const close = (): void => {
		if (lines.length > 0) blocks.push(lines.join("\n"));
		lines = [];
	};
	for (const line of text.split("\n")) {
		const content = line.trimEnd();
		const wasOpen = fence !== "";
		fence = followFence(content, fence);
		if (content === "" && !wasOpen) close();
		else lines.push(wasOpen ? line.replace(/\r$/, "") : content);
	}
	if (fence !== "") {
		while (lines.length > 1 && lines.at(-1)?.trim() === "") lines.pop();
		lines.push(fence);
	}
	close();
	return blocks;
}

/** A run of lines of a block: a fence with its marks, or what stands around fences. */
export interface BlockRun {
	readonly isFence: boolean;
	readonly text: string;
}

/** Takes the fences of a block out of what stands around them, in order. */
export function splitFences(block: string): readonly BlockRun[] {
	const runs: { isFence: boolean; lines: string[] }[] = [];
	let fence = "";
	let isNew = true;
	for (const line of block.split("\n")) {
		const wasOpen = fence !== "";
		fence = followFence(line.trimEnd(), fence);
		const isFence = wasOpen || fence !== "";
		const last = runs.at(-1);
		if (last === undefined || isNew || last.isFence !== isFence)
			runs.push({ isFence, lines: [line] });
		else last.lines.push(line);
		isNew = wasOpen && fence === "";
	}
	return runs.map(({ isFence, lines }) => ({ isFence, text: lines.join("\n") }));
}
