import { addToGroup } from "../../text/add-to-group";
import { readCommentField } from "../comment-fields";
import { skimKql } from "./skim-kql";
import type { QueryToken } from "../query-token";
import { cleanLine, trimMarks } from "../plain-names";
import { readProductName } from "../markdown/product-names";

/** What the comments above a query say. */
export interface QueryComments {
	/** Values of the lines that name a field (`// Author: …`), by the field's name in lower case; several lines give several. */
	readonly fields: ReadonlyMap<string, readonly string[]>;
	/** Paragraphs of the other lines; a line that goes on in the next one is joined with it. */
	readonly paragraphs: readonly string[];
	/** The product that a line of its own names, or null. */
	readonly product: string | null;
}

/** Reads the comments that stand before the first code of a part of a KQL file. */
export function readQueryComments(text: string): QueryComments {
	const reader = new CommentReader();
	let lastEnd = 0;
	for (const token of skimKql(text)) {
		if (token.kind !== "comment") break;
		const between = text.slice(lastEnd, token.start);
		if (between.indexOf("\n") !== between.lastIndexOf("\n")) reader.closeParagraph();
		lastEnd = token.end;
		reader.takeLine(cleanComment(text.slice(token.start, token.end)));
	}
	return reader.finish();
}

class CommentReader {
	private readonly fields = new Map<string, string[]>();
	private readonly paragraphs: string[] = [];
	private product: string | null = null;
	private lines: string[] = [];
	/** The field whose values are listed line by line, if one is. */
	private listed: string | undefined;

	takeLine(line: string): void {
		if (line === "") {
			this.closeParagraph();
			return;
		}
		const field = readCommentField(line);
		if (field !== undefined) {
			this.closeParagraph();
			if (field.value === "") this.listed = field.name;
			else this.addField(field.name, field.value);
			return;
		}
		if (this.listed !== undefined && /^(?:[-*+•]\s|https?:|T\d{4}\b)/.test(line)) {
			this.addField(this.listed, line.replace(/^[-*+•]\s+/, ""));
			return;
		}
		if (/^https?:\S+$/.test(line)) {
			this.addField("reference", line);
			return;
		}
		const named = readProductLine(line);
		if (named === undefined) {
			this.addLine(line);
			return;
		}
		this.closeParagraph();
		this.product ??= named.product;
		if (named.remark !== "") this.lines.push(named.remark);
	}

	closeParagraph(): void {
		if (this.lines.length > 0) this.paragraphs.push(this.lines.join("\n"));
		this.lines = [];
		this.listed = undefined;
	}

	finish(): QueryComments {
		this.closeParagraph();
		const { fields, paragraphs } = this;
		return { fields, paragraphs, product: this.product ?? readConnectorProduct(fields) };
	}

	private addField(name: string, value: string): void {
		addToGroup(this.fields, name, value);
	}

	/**
	 * A line that begins with a small letter goes on with the one above, unless that one ends a sentence; what follows a short label
	 * (`Query #2:`) belongs to it.
	 */
	private addLine(line: string): void {
		const above = this.lines.at(-1);
		const isLabel = above !== undefined && above.length <= 16 && above.endsWith(":");
		if (above !== undefined && (isLabel || (/^[a-z]/.test(line) && !/[.!?:]$/.test(above))))
			this.lines[this.lines.length - 1] = `${above} ${line}`;
		else this.lines.push(line);
	}
}

/** `Advanced Hunting query`, alone or before a remark (`Advanced Hunting query, includes …`). */
function readProductLine(line: string): { product: string; remark: string } | undefined {
	const whole = readProductName(line);
	if (whole !== undefined) return { product: whole, remark: "" };
	const match = /^([^.,:;–-]{4,40}\b(?:query|queries|version))\s*[.,:;–-]\s+(\S.*)$/i.exec(line);
	const product = match === null ? undefined : readProductName(match[1] ?? "");
	return product === undefined ? undefined : { product, remark: match?.[2] ?? "" };
}

/** `Data connector required for this query - Advanced Hunting license` names the product that the query is for. */
function readConnectorProduct(fields: ReadonlyMap<string, readonly string[]>): string | null {
	for (const value of fields.get("data source") ?? []) {
		if (/^advanced hunting\b/i.test(value)) return "Advanced Hunting";
	}
	return null;
}

/** Gives the text of every comment among the tokens of a text, one line each. */
export function listComments(text: string, tokens: readonly QueryToken[]): string {
	return tokens
		.filter((token) => token.kind === "comment")
		.map((token) => text.slice(token.start + 2, token.end))
		.join("\n");
}

/** Takes the slashes and the decoration (`-----`, `=====`) off a comment. */
function cleanComment(comment: string): string {
	const line = cleanLine(comment.replace(/^\/+/, ""));
	const bare = line.replace(/^[-=*_#~/\\|+]{2,}/, "");
	return /[-=*_#~/\\|+]{2}$/.test(bare) ? trimMarks(bare, "-=*_#~/\\|+ ", "end") : bare.trim();
}
