/** A text that is written piece by piece, with cheap answers about its end. */
export interface Pieces {
	push(piece: string): void;
	/** Adds a code span, apart from one that ends just before. */
	pushCode(span: string): void;
	/** Takes the spaces off the end and gives them. */
	trimSpaces(): string;
	endsInSpace(): boolean;
	/** Whether nothing but spaces and list or quote marks stands on the last line. */
	isLineStart(): boolean;
	join(): string;
}

/** Starts an empty text. */
export function createPieces(): Pieces {
	const pieces: string[] = [];
	const last = () => pieces.at(-1) ?? "";
	return {
		push(piece) {
			if (piece !== "") pieces.push(piece);
		},
		pushCode(span) {
			if (span !== "") pieces.push(last().endsWith("`") ? ` ${span}` : span);
		},
		trimSpaces() {
			const piece = pieces.pop() ?? "";
			let end = piece.length;
			while (end > 0 && (piece[end - 1] === " " || piece[end - 1] === "\t")) end--;
			if (end > 0) pieces.push(piece.slice(0, end));
			return piece.slice(end);
		},
		endsInSpace: () => /(?:^|\s)$/.test(last()),
		isLineStart() {
			let line = "";
			for (let index = pieces.length - 1; index >= 0; index--) {
				const piece = pieces[index] ?? "";
				const newline = piece.lastIndexOf("\n");
				line = piece.slice(newline + 1) + line;
				if (newline !== -1 || line.length > 40) break;
			}
			return /^[\s>*+-]*$/.test(line);
		},
		join: () => pieces.join(""),
	};
}
