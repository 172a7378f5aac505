import type { EditedValue } from "../../../core/notes/front-matter/edited-value";
import type { PropertyKind } from "../../edit/property-kind";

/** The property that a cell shows. */
export interface CellProperty {
	readonly note: string;
	/** As spelt in the note. */
	readonly key: string;
	/** As the front matter has it, undefined where it does not. */
	readonly value: unknown;
}

/** A note that a link can lead to. */
export interface NoteSuggestion {
	readonly link: string;
	readonly folder: string;
}

/** How saving a cell went: the property as it is now, or why it is as it was; where that is not what was taken, `found` is what it is. */
export type SaveResult =
	| { readonly ok: true; readonly property: CellProperty }
	| { readonly ok: false; readonly message: string; readonly found?: { readonly value: unknown } };

/** What cells of tables do to the properties of notes. */
export interface CellEdits {
	/** Gets ready for edits that may follow soon. */
	prepare(): void;
	/** The property that a query's name means in a note, as the edits left it; undefined where a cell cannot edit it. */
	find(note: string, name: string): CellProperty | undefined;
	/** Whether queries know all edits of a note. */
	isRead(note: string): boolean;
	/** Calls back when an edit begins and when it has ended; gives what ends that. */
	watch(listener: () => void): () => void;
	/** How a property is edited; undefined where it cannot be, which the person is told. */
	open(property: CellProperty): PropertyKind | undefined;
	/** Saves a value in a note, for a table that can undo it. */
	save(property: CellProperty, value: EditedValue, table: string): Promise<SaveResult>;
	/** Tells the person something. */
	tell(message: string): void;
	/** Undoes the last edit of a table, or does it again; the person is told what came of it. */
	undo(table: string): void;
	redo(table: string): void;
	/** Texts that notes have for a property, those of most notes first. */
	suggestValues(key: string): readonly string[];
	/** Notes whose name or path has a text, for a link from a note. */
	suggestNotes(text: string, from: string): readonly NoteSuggestion[];
}
