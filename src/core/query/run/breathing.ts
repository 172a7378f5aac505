import type { Row } from "./row";

/** Rows of notes between two places where a host may do something else. */
const NOTES = 32;

/** Tells, row after row, where a host may do something else: behind every group, which may hold thousands of rows, and now and then among notes. */
export function createBreathing(): (row: Row) => boolean {
	let count = 0;
	return ({ note }) => note === null || ++count % NOTES === 0;
}
