import type { AttackCatalog, Citation, Technique } from "../../model/attack";
import type { NoteKind } from "../../model/note";
import type { FolderSettings } from "../../model/settings";
import { addToGroup } from "../../text/add-to-group";
import { compareCodeUnits } from "../../text/compare";
import type { DefusedItem } from "../safe/defused-items";
import { writeCitation } from "./footnotes";

/** What a technique's note needs beyond the technique. */
export interface TechniqueNoteContext {
	readonly folders: FolderSettings;
	/** The wikilink target of a note, undefined where there is none. */
	linkTo(kind: NoteKind, id: string): string | undefined;
	/** ATT&CK's version of the technique's domain, null where unknown. */
	versionOf(technique: Technique): string | null;
	/** The id that took a revoked one's place, undefined where none did. */
	successorOf(id: string): string | undefined;
	/** A technique's sub-techniques, sorted by id. */
	subTechniquesOf(id: string): readonly Technique[];
	/** Copyright statements that every note has to carry. */
	readonly notices: readonly string[];
	/** A cited work as one line of Markdown; many notes cite the same ones. */
	writeCitation(citation: Citation): string;
	/** Told what was made plain in a technique's texts. */
	onDefused?(technique: Technique, items: readonly DefusedItem[]): void;
}

/** What only the host of the notes knows. */
export type TechniqueNoteHost = Pick<TechniqueNoteContext, "folders" | "linkTo" | "onDefused">;

/** Makes the context that all notes of one catalogue share. */
export function createTechniqueNoteContext(
	catalog: AttackCatalog,
	host: TechniqueNoteHost,
): TechniqueNoteContext {
	const successors = new Map(catalog.retired.map(({ id, successor }) => [id, successor]));
	const children = new Map<string, Technique[]>();
	for (const technique of catalog.techniques) {
		if (technique.parent === null) continue;
		addToGroup(children, technique.parent, technique);
	}
	const written = new Map<Citation, string>();
	for (const siblings of children.values()) siblings.sort((a, b) => compareCodeUnits(a.id, b.id));
	return {
		...host,
		notices: catalog.notices,
		versionOf: ({ domain }) => catalog.versions.get(domain) ?? null,
		successorOf: (id) => successors.get(id) ?? undefined,
		subTechniquesOf: (id) => children.get(id) ?? [],
		writeCitation(citation) {
			const known = written.get(citation);
			if (known !== undefined) return known;
			const text = writeCitation(citation);
			written.set(citation, text);
			return text;
		},
	};
}
