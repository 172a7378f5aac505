import { readFrontMatter } from "../../formats/front-matter";
import type { NoteKind, NoteProperty } from "../../model/note";
import type { Problem } from "../../model/problem";
import { problemOf } from "../../model/problem";
import { comparable } from "../../text/comparable";
import type { EmbeddedRule } from "../identity/find-rule-source";
import { findRuleSource } from "../identity/find-rule-source";
import type { IdentifyOptions } from "../identity/identify-note";
import { identifyNote } from "../identity/identify-note";
import type { NoteFacts } from "../identity/note-facts";
import { readNoteFacts } from "../identity/note-facts";
import type { NoteIdentity } from "../identity/note-identity";
import { listTechniqueNames, readTechniqueFileName } from "../identity/technique-file-name";
import type { ForeignNote, ForeignRule } from "./foreign-note";
import { normaliseProperties } from "./foreign-properties";
import { listForeignSections } from "./foreign-sections";
import { listOwnAliases, listOwnProperties, listOwnTags } from "./own-properties";

/** A note of another vault, decoded. */
export interface ForeignFile {
	/** The file as the user named it, with the path inside it. */
	readonly file: string;
	/** The path inside what the user named; its folders and name help to tell what the note is. */
	readonly path: string;
	readonly text: string;
}

/** What a file of another vault turned out to be. */
export type ForeignReading =
	| { readonly kind: "note"; readonly note: ForeignNote; readonly problems: readonly Problem[] }
	| {
			readonly kind: "none";
			/** Why, for a person: one clause without a full stop. */
			readonly reason: string;
			readonly problems: readonly Problem[];
	  };

const EXTENSIONS = { yaml: "yml", toml: "toml", "yara-l": "yaral", kql: "kql" } as const;

/**
 * Reads a technique, rule or runbook note of another vault, in every shape that `identifyNote` knows, with what its author wrote.
 *
 * Text is given verbatim, but for code that would run; that is reported. A front matter that is no YAML is read as far as its lines go, and
 * reported. `baseNameOf` gives what a technique's own note would be called. Notes of other kinds, records of runs and notes that contradict
 * themselves give none.
 */
export function readForeignNote(
	file: ForeignFile,
	baseNameOf?: IdentifyOptions["baseNameOf"],
): ForeignReading {
	if (!/\.(?:md|markdown)$/i.test(file.path))
		return { kind: "none", reason: "it is not a Markdown note", problems: [] };
	const frontMatter = readFrontMatter(file.text);
	const identity = identifyNote(file.path, file.text, { frontMatter, baseNameOf });
	const problems: Problem[] = identity.problems.map((problem) => ({ ...problem, file: file.file }));
	const { kind } = identity;
	if (kind === null || kind === "execution" || (identity.id === null && problems.length > 0))
		return { kind: "none", reason: explain(identity), problems };
	if (identity.broken !== null) {
		const { line, reason } = identity.broken;
		problems.push(problemOf(file.file, line, "note-front-matter", reason, "warning"));
	}
	const facts = readNoteFacts(file.path, file.text, frontMatter);
	const own = identity.id === null ? undefined : baseNameOf?.(identity.id);
	const known = own === undefined ? [] : listTechniqueNames(own);
	return {
		kind: "note",
		note: assemble({ kind, id: identity.id }, file, facts, known, problems),
		problems,
	};
}

function assemble(
	{ kind, id }: Pick<ForeignNote, "kind" | "id">,
	file: ForeignFile,
	facts: NoteFacts,
	known: readonly string[],
	problems: Problem[],
): ForeignNote {
	const embedded = kind === "rule" ? findRuleSource(file.text, facts.body) : undefined;
	const title = titleOf(kind, facts, embedded);
	const properties = normaliseProperties(kind, id, title, facts);
	const { own, flattened } = listOwnProperties(kind, facts.properties);
	for (const key of flattened) {
		const message = `the property ${key} is nested and becomes text`;
		problems.push(problemOf(file.file, null, "note-front-matter", message, "info"));
	}
	const titles = [title, `${id ?? ""} ${title}`, id ?? "", facts.baseName, shortName(title)];
	const names = [...titles, ...known, ...facts.texts("aliases")];
	const { sections, disarmed } = listForeignSections(kind, file.text, facts.body, names);
	if (disarmed !== undefined) {
		const line = file.text.slice(0, disarmed).split("\n").length;
		const message = "code that would run was made plain";
		problems.push(problemOf(file.file, line, "note-text-defused", message, "info"));
	}
	return {
		kind,
		id,
		file: file.file,
		title,
		properties,
		ownProperties: own,
		ownTags: listOwnTags(facts, readTacticNames(properties), embedded?.text ?? ""),
		ownAliases: listOwnAliases(facts, id, title),
		sections,
		rule: embedded === undefined ? undefined : toForeignRule(embedded, facts),
		text: file.text,
	};
}

function readTacticNames(properties: readonly NoteProperty[]): readonly string[] {
	const value = properties.find(({ key }) => key === "tactics")?.value;
	return typeof value === "object" && value !== null ? value : [];
}

function toForeignRule(embedded: EmbeddedRule, facts: NoteFacts): ForeignRule {
	const { text, line, format } = embedded;
	return { path: `${facts.baseName}.${EXTENSIONS[format]}`, text, line };
}

function titleOf(kind: NoteKind, facts: NoteFacts, embedded: EmbeddedRule | undefined): string {
	if (kind === "rule") return facts.text1("title") ?? embedded?.title ?? facts.baseName;
	const fromFile = nameFromFile(facts.baseName.replace(/ - runbook$/i, ""));
	if (kind === "runbook") return fromFile;
	const heading = firstHeading(facts);
	// A heading can spell what a file name cannot: `Remote Services: SSH`.
	if (heading.includes(":") && !/^T\d{4}|^MITRE/i.test(heading)) return heading;
	const keys = ["name", "mitre_name", "technique_name"];
	const stated = keys.map((key) => facts.text1(key)).find((name) => name !== undefined);
	// Only a heading that names the technique is its title.
	const titled = readTechniqueFileName(heading)?.title ?? "";
	if (stated === undefined) return fromFile === "" ? titled : fromFile;
	const [file, property] = [comparable(fromFile), comparable(stated)];
	return file !== property && file.endsWith(property) ? fromFile : stated;
}

function firstHeading(facts: NoteFacts): string {
	return /^#{1,2}[ \t]+(\S.*)$/m.exec(facts.text.slice(facts.body))?.[1]?.trim() ?? "";
}

/** Takes the id and its separators off a file name, and gives back the colon that file names cannot hold. */
function nameFromFile(baseName: string): string {
	const name = readTechniqueFileName(baseName)?.title ?? baseName;
	const spaced = name.includes(" ") ? name : name.replaceAll("_", " ");
	return spaced.replace(/([^\s-])(?: - |- |; ?)(?=\S)/, "$1: ");
}

/** A sub-technique's name without its parent's. */
function shortName(title: string): string {
	return title.slice(title.indexOf(":") + 1).trim();
}

function explain({ kind, problems }: NoteIdentity): string {
	const [problem] = problems;
	if (problem !== undefined) return problem.message;
	return kind === "execution"
		? "it records a run of a test, and runs are not imported"
		: "it is neither a technique's, a rule's nor a runbook's note";
}
