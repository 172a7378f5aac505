/** A text that is written piece by piece, with cheap answers about its end. */
export class Pieces {
	readonly #pieces: string[] = [];

	push(piece: string): void {
		if (piece !== "") this.#pieces.push(piece);
	}

	/** Adds a code span, apart from one that ends just before. */
	pushCode(span: string): void {
		if (span !== "") this.#pieces.push(this.#last().endsWith("`") ? ` ${span}` : span);
	}

	/** Takes the spaces off the end and gives them. */
	trimSpaces(): string {
		const piece = this.#pieces.pop() ?? "";
		let end = piece.length;
		while (end > 0 && (piece[end - 1] === " " || piece[end - 1] === "\t")) end--;
		if (end > 0) this.#pieces.push(piece.slice(0, end));
		return piece.slice(end);
	}

	endsInSpace(): boolean {
		return /(?:^|\s)$/.test(this.#last());
	}

	/** Whether nothing but spaces and list or quote marks stands on the last line. */
	isLineStart(): boolean {
		if (!/(?:^|[\s>*+-])$/.test(this.#last())) return false;
		let line = "";
		for (let index = this.#pieces.length - 1; index >= 0; index--) {
			const piece = this.#pieces[index] ?? "";
			const newline = piece.lastIndexOf("\n");
			line = piece.slice(newline + 1) + line;
			if (newline !== -1 || line.length > 40) break;
		}
		return /^[\s>*+-]*$/.test(line);
	}

	join(): string {
		return this.#pieces.join("");
	}

	#last(): string {
		return this.#pieces.at(-1) ?? "";
	}
}
