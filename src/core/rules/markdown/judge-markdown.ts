import { fileStem } from "../file-names";
import type { RuleFile } from "../rule-reader";
import type { QueryBlock } from "./query-block";
import type { OpenedMarkdown } from "./open-markdown";
import type { MarkdownOutline } from "./outline-markdown";
import { isAttackHeading, readStatedAttack } from "./read-attack-mentions";

/** Files that accompany rules by name; one is a rule only where a heading announces its query. */
const COMPANION =
	/^(?:readme|index|contributing|changelog|licen[cs]e|quick-?start|security|support|code[-_]of[-_]conduct)$/i;
/** Files to be copied and filled in. */
const TEMPLATE =
	/^(?:\d+[ _-])?(?:(?:detection|rule|query|hunt|hunting|use[ _-]?case|submission|kql)[ _-]?)*template$/i;
/** Files that instruct an assistant. */
const PROMPT = /\.(?:prompt|agent|instructions|chatmode)$/i;

/** Whether a Markdown file states at least one detection in a language, and if not, why; `rules` where it does. */
export type MarkdownVerdict = "rules" | "no query" | "documentation";

/** Tells whether a Markdown file is a detection or only speaks of queries. */
export function judgeMarkdown(file: RuleFile, opened: OpenedMarkdown): MarkdownVerdict {
	if (opened.blocks.length === 0) return "no query";
	return isDetection(file, opened) ? "rules" : "documentation";
}

/** Whether a Markdown file goes with a repository by its name, and shows rules or queries rather than stating them. */
export function isCompanion(path: string): boolean {
	const stem = fileStem(path);
	return [COMPANION, TEMPLATE, PROMPT].some((pattern) => pattern.test(stem));
}

function isDetection(file: RuleFile, opened: OpenedMarkdown): boolean {
	const { outline, blocks } = opened;
	const stem = fileStem(file.path);
	if (PROMPT.test(stem) || TEMPLATE.test(stem)) return false;
	if (blocks.some((block) => block.announced)) return true;
	if (COMPANION.test(stem)) return false;
	const share = outline.fences.length === 0 ? 1 : blocks.length / outline.fences.length;
	if (share >= 0.5 && hasAttackPlace(opened)) return true;
	if (share === 1 && outline.headings.length <= 5) return true;
	return share >= 0.8 && fillsHeadings(outline, blocks);
}

/** Whether at least half of the headings that have none below them have a query. */
function fillsHeadings(outline: MarkdownOutline, blocks: readonly QueryBlock[]): boolean {
	const parents = new Set(outline.headings.map((heading) => heading.parent));
	const leaves = outline.headings.filter((_, index) => !parents.has(index)).length;
	const filled = new Set(blocks.map((block) => block.heading)).size;
	return filled * 2 >= leaves;
}

function hasAttackPlace({ outline, sections }: OpenedMarkdown): boolean {
	if (outline.headings.some((heading) => isAttackHeading(heading.text))) return true;
	const stated = readStatedAttack(sections);
	return stated.techniques.length + stated.tactics.length + stated.states.length > 0;
}
