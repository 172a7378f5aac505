/** Gives the 0-based line of offsets that only grow. */
export function createLineCounter(text: string): (offset: number) => number {
	let line = 0;
	let counted = 0;
	return (offset) => {
		for (let at = text.indexOf("\n", counted); at !== -1 && at < offset;) {
			line++;
			counted = at + 1;
			at = text.indexOf("\n", counted);
		}
		return line;
	};
}
