import { parseInline } from "./inline-text";
import type { InlinePart } from "./inline-text";
import { NoteLink, WebLink } from "./link-view";

/** Longer texts are cut in a cell; the note has them whole. */
const LONGEST = 4000;

/** One line of text with the little Markdown that cells draw. */
export function InlineView({ text }: { readonly text: string }) {
	const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
	return <>{parseInline(shown).map(drawPart)}</>;
}

function drawPart(part: InlinePart, index: number) {
	switch (part.kind) {
		case "text":
			return part.text;
		case "code":
			return <code key={index}>{part.text}</code>;
		case "strong":
			return <strong key={index}>{part.parts.map(drawPart)}</strong>;
		case "deleted":
			return <del key={index}>{part.parts.map(drawPart)}</del>;
		case "link":
			return <NoteLink key={index} target={part.target} text={part.text} />;
		case "web-link":
			return <WebLink key={index} url={part.url} text={part.text} />;
	}
}
