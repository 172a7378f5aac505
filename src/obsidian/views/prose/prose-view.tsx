import { useMemo } from "preact/hooks";
import { InlineView } from "../values/inline-view";
import type { ProseBlock } from "./prose-blocks";
import { splitProse } from "./prose-blocks";

/** Prose that upstream wrote, with its headings, lists and code. It may hold anything, so Obsidian never draws it as Markdown. */
export function ProseView({ text }: { readonly text: string }) {
	const blocks = useMemo(() => splitProse(text), [text]);
	return (
		<div class="detection-vault-prose">
			{blocks.map((block, index) => (
				<BlockView key={index} block={block} />
			))}
		</div>
	);
}

function BlockView({ block }: { readonly block: ProseBlock }) {
	switch (block.kind) {
		case "heading":
			return (
				<p class="detection-vault-prose-head" role="heading" aria-level={5}>
					<InlineView text={block.text} />
				</p>
			);
		case "paragraph":
			return (
				<p>
					<Lines text={block.text} />
				</p>
			);
		case "quote":
			return (
				<blockquote>
					<Lines text={block.text} />
				</blockquote>
			);
		case "code":
			return <code class="detection-vault-code">{block.text}</code>;
		case "list":
			return <ListView list={block} />;
	}
}

function Lines({ text }: { readonly text: string }) {
	return (
		<>
			{text.split("\n").map((line, index) => (
				<span key={index}>
					{index === 0 ? null : <br />}
					<InlineView text={line} />
				</span>
			))}
		</>
	);
}

function ListView({ list }: { readonly list: Extract<ProseBlock, { kind: "list" }> }) {
	const items = list.items.map(({ text, depth }, index) => (
		<li key={index} data-depth={depth}>
			<InlineView text={text} />
		</li>
	));
	return list.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
}
