import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { TreeNode } from "../../../../core/panels/condition-tree";
import type { Texts } from "../../../text/en";
import { Icon } from "../../icon";
import { useFirstItems } from "../../outcome/show-more";
import { useHost } from "../../view-host";
import { CodeText, CodeValue } from "../code-value";

type Group = Extract<TreeNode, { readonly kind: "group" }>;
type Test = Extract<TreeNode, { readonly kind: "test" }>;
type Opaque = Extract<TreeNode, { readonly kind: "opaque" }>;

/** Alternatives of one test that stand in its line. */
const IN_LINE = 2;

/** Values of one test shown before a person asks for more. */
const VALUES = 12;

/** A rule's condition as nested lists of words that a person can fold. */
export function ConditionView({ node }: { readonly node: TreeNode }) {
	return (
		<ul class="detection-vault-tree">
			<NodeView node={node} />
		</ul>
	);
}

function NodeView({ node }: { readonly node: TreeNode }) {
	switch (node.kind) {
		case "group":
			return <GroupView group={node} />;
		case "test":
			return (
				<li>
					<TestView test={node} />
				</li>
			);
		case "opaque":
			return (
				<li>
					<OpaqueView node={node} />
				</li>
			);
	}
}

function GroupView({ group }: { readonly group: Group }) {
	const { panel } = useHost().texts;
	const [isOpen, setOpen] = useState(true);
	const inner = findInner(group);
	const parts = inner?.parts ?? group.parts;
	const { shown, more } = useFirstItems(parts);
	const words = nameGroup(group, panel);
	const note = noteGroup(group, panel);
	if (parts.length === 0)
		return (
			<li>
				<span class="detection-vault-word">{words}</span>{" "}
				<span class="detection-vault-hint">{note}</span>
			</li>
		);
	return (
		<li>
			<button
				type="button"
				class="detection-vault-fold-button"
				aria-expanded={isOpen}
				onClick={() => setOpen(!isOpen)}
			>
				<Icon name={isOpen ? "chevron-down" : "chevron-right"} />
				<span class="detection-vault-word">{words}</span>
				{note === null ? null : <span class="detection-vault-hint">{note}</span>}
				{inner === undefined ? null : (
					<span class="detection-vault-word">{panel.inner[inner.how]}</span>
				)}
				{isOpen ? null : <span class="detection-vault-hint">{panel.rule.fold(parts.length)}</span>}
			</button>
			{isOpen ? (
				<ul class="detection-vault-tree">
					{shown.map((part, index) => (
						<NodeView key={index} node={part} />
					))}
					{more === null ? null : <li>{more}</li>}
				</ul>
			) : null}
		</li>
	);
}

function nameGroup({ how, detail, matching }: Group, text: Texts["panel"]): string {
	if (matching !== undefined) return nameJoin(matching, text);
	if (how === "at-least") return text.atLeast(detail ?? "");
	return how === "count" && detail === null ? text.countedOverAll : text.groups[how];
}

/** Says how the parts of a join are matched, in its language's own word where there is no plainer one. */
function nameJoin(matching: string, { groups, joins }: Texts["panel"]): string {
	return Object.hasOwn(joins, matching) ? (joins[matching] ?? groups.join) : groups.join;
}

/** The fields that a group is told apart by, and its time. */
function noteGroup(group: Group, text: Texts["panel"]): string | null {
	const { how, detail, within, matching } = group;
	const isPerValue = how === "sequence" || how === "sample" || how === "join";
	const fields = detail !== null && isPerValue ? text.perValueOf(detail) : detail;
	const isNamed = matching === undefined || Object.hasOwn(text.joins, matching);
	const parts = [
		isNamed ? null : matching,
		how === "at-least" ? null : fields,
		within === undefined ? null : text.within(within),
	].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join(", ");
}

/** An event's only group, where it has no name of its own: the two are told in one line. */
function findInner({ how, parts }: Group): (Group & { readonly how: "all" | "any" }) | undefined {
	const [part] = parts;
	if (how !== "event" && how !== "absent" && how !== "until") return undefined;
	if (parts.length !== 1 || part?.kind !== "group" || part.detail !== null) return undefined;
	return part.how === "all" || part.how === "any" ? { ...part, how: part.how } : undefined;
}

function TestView({ test }: { readonly test: Test }) {
	const { panel } = useHost().texts;
	const { label, field, transform, op, values } = test;
	const many = values.length > IN_LINE ? panel.operatorsOfMany[op] : undefined;
	const name = label ?? field;
	const shown = name === null ? panel.keyword : name;
	return (
		<>
			<span class={name === null ? "detection-vault-hint" : "detection-vault-field"}>
				{transform === null ? shown : `${transform}(${shown})`}
			</span>
			{label === null || field === null ? null : <span class="detection-vault-hint"> {field}</span>}
			{test.isComputed ? (
				<>
					{" "}
					<span class="detection-vault-mark">{panel.roles.computed}</span>
				</>
			) : null}{" "}
			{many ?? panel.operators[op]} <ValueList test={test} />
		</>
	);
}

/** Alternatives, each in code: a few in a line, many below each other. */
function ValueList({ test }: { readonly test: Test }) {
	const { panel } = useHost().texts;
	const [showsAll, setShowsAll] = useState(false);
	const { values } = test;
	if (values.length <= IN_LINE) return <>{joinValues(values.map(drawValue), panel.or)}</>;
	const shown = showsAll ? values : values.slice(0, VALUES);
	const hidden = values.length - shown.length;
	return (
		<>
			<ul class="detection-vault-values">
				{shown.map((value, index) => (
					<li key={index}>{drawValue(value)}</li>
				))}
			</ul>
			{hidden === 0 ? null : (
				<button type="button" class="detection-vault-text-button" onClick={() => setShowsAll(true)}>
					{panel.rule.moreValues(hidden)}
				</button>
			)}
		</>
	);
}

function drawValue(value: Test["values"][number]) {
	return <CodeValue value={value} />;
}

function joinValues(values: readonly ComponentChildren[], word: string): ComponentChildren {
	return values.map((value, index) => (
		<span key={index}>
			{index === 0 ? null : ` ${word} `}
			{value}
		</span>
	));
}

/** What is not understood stands out, as written and with the reason. */
function OpaqueView({ node }: { readonly node: Opaque }) {
	const { panel } = useHost().texts;
	return (
		<span class="detection-vault-opaque">
			<span class="detection-vault-word">{panel.rule.notUnderstood}</span>{" "}
			{node.text === "" ? null : <CodeText text={node.text} />}{" "}
			<span class="detection-vault-hint">{node.reason}</span>
		</span>
	);
}
