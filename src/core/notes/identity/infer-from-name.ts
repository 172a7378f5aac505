import { comparable } from "../../text/comparable";
import { normaliseTechniqueId } from "../../text/technique-ids";
import type { KindEvidence } from "./kind-of-note";
import type { NoteFacts } from "./note-facts";
import { isAboutElse } from "./other-subjects";
import { listTechniqueNames, readTechniqueFileName } from "./technique-file-name";
import { listBodySources, listTechniqueSources } from "./technique-of-note";

/** What the evidence of a technique's own name is called in a report. */
export const TECHNIQUE_NAME = "the technique's own name";

type BaseNameOf = ((id: string) => string | undefined) | undefined;

/** A tag that says which technique something is, below one of ATT&CK: `mitre/T1021/004`, `attack/technique/T1021.004`. */
const NESTED_ID =
	/^(?:mitre|attack|att&ck|mitre[-_]att(?:a|&)ck|ttps?)\/(?:[^/]+\/)*t\d{4}(?:[./_]\d{3})?$/i;

/**
 * Tells a technique's note by its name, where it lies in no folder of techniques and says nothing else: the technique's id, alone or with
 * its name (`T1021.004 SSH`), or the name alone where the note states the id of itself (`id:: T1021.004`, an alias, the tag
 * `mitre/T1021/004`), which a plain tag does not.
 *
 * `baseNameOf` knows the names; without it nothing is inferred. A note of another type, or in a folder of others, is none.
 */
export function inferFromName(facts: NoteFacts, baseNameOf: BaseNameOf): KindEvidence | undefined {
	if (baseNameOf === undefined || isAboutElse(facts)) return undefined;
	const named = readTechniqueFileName(facts.baseName);
	const id = named === undefined ? readStatedId(facts) : normaliseTechniqueId(named.spelling);
	if (id === undefined) return undefined;
	const isBare = named?.title === "" && baseNameOf(id) !== undefined;
	if (!isBare && !isCalled(facts, id, baseNameOf)) return undefined;
	return { kind: "technique", certainty: "inferred", by: TECHNIQUE_NAME };
}

function readStatedId(facts: NoteFacts): string | undefined {
	const sources = [...listTechniqueSources(facts), ...listBodySources(facts)];
	const states = (by: string): boolean =>
		by !== "tags" || facts.tags.some((tag) => NESTED_ID.test(tag));
	return sources.find(({ by, ids }) => ids.length === 1 && states(by))?.ids[0];
}

/** Whether a note is called by a technique's own name, by its file or its first heading. */
export function isCalled(facts: NoteFacts, id: string | null, baseNameOf: BaseNameOf): boolean {
	const known = id === null ? undefined : baseNameOf?.(id);
	if (known === undefined) return false;
	const heading = /^#{1,2}[ \t]+(\S.*)$/m.exec(facts.text.slice(facts.body))?.[1] ?? "";
	return [facts.baseName, heading].some((name) => {
		const named = readTechniqueFileName(name);
		const title = named?.title ?? name;
		const titles = [title, title.replace(/\([^()]*\)$/, "")].map(comparable);
		return listTechniqueNames(known).some((own) =>
			titles.some((text) => isSameName(text, comparable(own), named !== undefined)),
		);
	});
}

/** Beside an id the beginning of a long name is enough. */
function isSameName(title: string, own: string, hasId: boolean): boolean {
	return title === own || (hasId && title.length * 2 >= own.length && own.startsWith(title));
}
