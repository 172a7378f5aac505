import type { MarkdownPostProcessor } from "obsidian";
import type { CodeBlockProcessor } from "./host";

/** Hands each fenced block of a language to its processor, in an element of the block's own. */
export function codeBlockPostProcessor(
	language: string,
	process: CodeBlockProcessor,
): MarkdownPostProcessor {
	return async (el, context) => {
		const waiting: unknown[] = [];
		const blocks = el.querySelectorAll(`pre > code.language-${CSS.escape(language)}`);
		for (const code of Array.from(blocks)) {
			const source = code.textContent.replace(/\n$/, "");
			const target = createDiv({ cls: `block-language-${language}` });
			code.parentElement?.replaceWith(target);
			waiting.push(process(source, target, context));
		}
		await Promise.all(waiting);
	};
}
