import type { CatalogResult } from "../../attack/build-catalog";
import type { Technique } from "../../model/attack";
import type { NoteKind } from "../../model/note";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import type { FolderSettings } from "../../model/settings";
import { hashText } from "../../notes/bases/hash-text";
import { writeNote } from "../../notes/front-matter/write-properties";
import { draftTechniqueNote } from "../../notes/technique/draft-technique-note";
import { createTechniqueNoteContext } from "../../notes/technique/note-context";
import type { RememberedDraft } from "../memory/source-memory";
import type { TakenDraft } from "../rules/rule-sources";

/** What drafting techniques needs from the vault around them. */
export interface TechniqueDraftHost {
	readonly folders: FolderSettings;
	/** The same for the same bundles. */
	readonly state: string;
	readonly linkTo: (kind: NoteKind, id: string) => string | undefined;
	/** Every technique that a link may lead to. */
	readonly linked: readonly string[];
	/** Whether a technique's note needs no text if its draft has a hash. */
	readonly isInForce: (id: string, hash: string) => boolean;
	/** What earlier drafts came to, by id; those of this import are put in their place. */
	readonly drafts: Map<string, RememberedDraft>;
}

/**
 * Makes what drafts the notes of techniques, each once. The catalogue is opened for the first one that is not the same as before.
 */
export function openTechniqueDrafts(
	host: TechniqueDraftHost,
	openCatalog: () => Promise<CatalogResult | undefined>,
): (id: string) => Promise<TakenDraft> {
	const { linkTo, linked, folders, state, drafts } = host;
	const links = linked.map((id) => [id, linkTo("technique", id)]);
	const key = hashText(JSON.stringify([state, folders, links]));
	let opening: Promise<(id: string) => TakenDraft> | undefined;
	return async (id) => {
		const known = drafts.get(id);
		if (known?.key === key && host.isInForce(id, known.hash))
			return { text: undefined, hash: known.hash, problems: known.problems };
		opening ??= openCatalog().then((built) => createDrafter(built, host));
		const draft = (await opening)(id);
		const hash = hashText(draft.text ?? "");
		drafts.set(id, { key, hash, problems: draft.problems });
		return { ...draft, hash };
	};
}

function createDrafter(
	built: CatalogResult | undefined,
	{ folders, linkTo }: TechniqueDraftHost,
): (id: string) => TakenDraft {
	if (built === undefined) throw new Error("a technique cannot be drafted without its catalogue");
	const { catalog, files } = built;
	let problems: Problem[] = [];
	const fileOf = ({ id }: Technique): string => files.get(id) ?? "";
	const context = createTechniqueNoteContext(catalog, {
		folders,
		linkTo,
		onDefused(technique, items) {
			const message = `${technique.id}: live text was made plain (${items.map(({ kind }) => kind).join(", ")})`;
			problems.push(problemOf(fileOf(technique), null, "note-text-defused", message, "info"));
		},
	});
	const techniques = new Map(catalog.techniques.map((technique) => [technique.id, technique]));
	return (id) => {
		const technique = techniques.get(id);
		if (technique === undefined) throw new Error(`${id} changed while it was imported`);
		problems = [];
		const { properties, body } = draftTechniqueNote(technique, context);
		return { text: writeNote(properties, body), problems };
	};
}
