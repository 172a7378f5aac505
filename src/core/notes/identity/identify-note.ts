import type { FrontMatterResult } from "../../formats/front-matter";
import { problemOf } from "../../model/problem";
import type { Problem } from "../../model/problem";
import { DEFAULT_FOLDERS } from "../../model/settings";
import type { FolderSettings } from "../../model/settings";
import { inferFromContent } from "./infer-from-content";
import { inferFromName, isCalled, TECHNIQUE_NAME } from "./infer-from-name";
import { listKinds } from "./kind-of-note";
import type { KindEvidence } from "./kind-of-note";
import { readNoteFacts } from "./note-facts";
import type { NoteFacts } from "./note-facts";
import type { NoteIdentity } from "./note-identity";
import { findRuleSource } from "./find-rule-source";
import { isNoNote } from "./other-subjects";
import { isNamedForTechnique } from "./technique-file-name";
import {
	listBodySources,
	listTechniqueSources,
	readStatedTechnique,
	weighTechniqueSources,
} from "./technique-of-note";
import type { IdSource } from "./technique-of-note";

/** What helps to tell notes apart; everything has a default. */
export interface IdentifyOptions {
	/** The front matter, where it was read already. */
	readonly frontMatter?: FrontMatterResult | undefined;
	readonly folders?: FolderSettings | undefined;
	/** Gives the id in use for a technique id (a revoked one's successor), so that notes of before a change agree with themselves. */
	readonly resolve?: ((id: string) => string) | undefined;
	/** Gives what a technique's own note would be called (`T1021.004 - Remote Services - SSH`), undefined where the id is not known. */
	readonly baseNameOf?: ((id: string) => string | undefined) | undefined;
}

type Reached = Omit<NoteIdentity, "broken">;

/**
 * Tells what a note of any vault is: our own notes by their identity property, others by the shapes that generators and hand-made
 * catalogues have (tags, properties, folder, file name, a rule in a fence, rendered atomic tests).
 *
 * `text` is undefined where the file could not be decoded; then the path alone speaks. Front matter is looked at first, the body
 * only where it must be; the work is linear in the note. Sources that contradict each other give no id and a problem, never a
 * guess. A note that is broken is still identified as well as its path and lines allow, so that it is not doubled.
 */
export function identifyNote(
	path: string,
	text: string | undefined,
	options: IdentifyOptions = {},
): NoteIdentity {
	const facts = readNoteFacts(path, text, options.frontMatter);
	const { broken } = facts;
	if (isNoNote(facts)) return { ...NOTHING, broken };
	const kinds = listKinds(facts, options.folders ?? DEFAULT_FOLDERS);
	const [first, ...others] = kinds;
	if (others.length > 0) return { ...refuse(facts, describeKinds(kinds)), broken };
	if (first === undefined) {
		const inferred = inferFromContent(facts) ?? inferFromName(facts, options.baseNameOf);
		return { ...(inferred === undefined ? NOTHING : reach(facts, inferred, options)), broken };
	}
	return { ...reach(facts, first, options), broken };
}

const NOTHING: Reached = {
	kind: null,
	id: null,
	certainty: "inferred",
	evidence: [],
	problems: [],
};

function reach(facts: NoteFacts, evidence: KindEvidence, options: IdentifyOptions): Reached {
	switch (evidence.kind) {
		case "technique":
		case "runbook":
			return reachTechnique(facts, evidence, options);
		case "rule":
			return reachRule(facts, evidence);
		case "execution":
			return {
				kind: "execution",
				id: facts.text1("log_id") ?? null,
				certainty: evidence.certainty,
				evidence: [evidence.by],
				problems: [],
			};
	}
}

function reachTechnique(
	facts: NoteFacts,
	{ kind, certainty, by, isGeneric }: KindEvidence,
	{ resolve = (id) => id, baseNameOf }: IdentifyOptions,
): Reached {
	if (certainty === "stated") {
		const id = readStatedTechnique(facts, by);
		if (id !== undefined) return { kind, id, certainty, evidence: [by], problems: [] };
		return refuse(facts, `${by} is not a technique's id`);
	}
	// A folder's other notes may name techniques too.
	const isNamed = by === TECHNIQUE_NAME || isNamedForTechnique(facts.baseName);
	if (certainty === "inferred" && !isNamed) return NOTHING;
	const front = listTechniqueSources(facts);
	const sources = front.length > 0 ? front : listBodySources(facts);
	const finding = weighTechniqueSources(sources, resolve);
	// An overview or a template can carry the tag of its kind, and lie in its folder.
	if (finding === undefined) return NOTHING;
	const isTagOnly = sources.every((source) => source.by === "tags");
	if (isGeneric && isTagOnly && !isCalled(facts, finding.id, baseNameOf)) return NOTHING;
	if (finding.id === null) return { ...refuse(facts, describeIds(finding.conflict)), kind };
	return { kind, id: finding.id, certainty, evidence: [by, ...finding.by], problems: [] };
}

function reachRule(facts: NoteFacts, { kind, certainty, by }: KindEvidence): Reached {
	if (certainty === "stated") {
		const id = facts.text1(by) ?? null;
		return { kind, id, certainty, evidence: [by], problems: [] };
	}
	const source = findRuleSource(facts.text, facts.body);
	const written = source?.id ?? undefined;
	const key = ["id", "sigma_id"].find((name) => /^[\da-f-]{36}$/i.test(facts.text1(name) ?? ""));
	const property = key === undefined ? undefined : facts.text1(key);
	if (written !== undefined && property !== undefined && written !== property) {
		return {
			...refuse(facts, `the property ${key} says ${property}, the rule in it ${written}`),
			kind,
		};
	}
	const id = written ?? property ?? null;
	if (source === undefined && id === null && certainty === "inferred") return NOTHING;
	const evidence = written !== undefined ? [by, "id in the rule's text"] : [by];
	return { kind, id, certainty, evidence, problems: [] };
}

function refuse(facts: NoteFacts, why: string): Reached {
	const message = `it is not clear which note this is: ${why}; it is left alone`;
	const problem: Problem = problemOf(facts.path, null, "note-identity", message, "warning");
	return { ...NOTHING, problems: [problem] };
}

function describeKinds(kinds: readonly KindEvidence[]): string {
	return kinds.map(({ kind, by }) => `${by} says ${kind}`).join(", ");
}

function describeIds(sources: readonly IdSource[]): string {
	return sources.map(({ by, ids }) => `${by} says ${ids.slice(0, 5).join(" and ")}`).join(", ");
}
