import type { App, Editor, EditorPosition } from "obsidian";
import type { FindableTechnique } from "../../core/finding/list-techniques";
import { isInTable } from "../../core/finding/typed-technique";

/** Where a link goes, and in which note. */
export interface LinkPlace {
	readonly editor: Editor;
	readonly sourcePath: string;
	readonly from: EditorPosition;
	readonly to: EditorPosition;
}

/** Writes a link to a technique's note in the person's own link format, with the id as its text; false where it has no note. */
export function insertLink(app: App, { id, path }: FindableTechnique, place: LinkPlace): boolean {
	const file = path === null ? null : app.vault.getFileByPath(path);
	if (file === null) return false;
	const { editor, sourcePath, from, to } = place;
	const plain = app.fileManager.generateMarkdownLink(file, sourcePath, "", id);
	const lineAt = (line: number): string => (line < editor.lineCount() ? editor.getLine(line) : "");
	const link = isInTable(from.line, lineAt) ? plain.replaceAll("|", "\\|") : plain;
	editor.replaceRange(link, from, to);
	editor.setCursor({ line: from.line, ch: from.ch + link.length });
	return true;
}
