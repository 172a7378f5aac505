import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { RuleEntry } from "../../../core/library/library-entry";
import { VENDORS } from "../../../core/model/rule";
import { isRetired } from "../../../core/panels/retired-rules";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { KnowledgeProblems } from "./knowledge-problems";
import type { PartProps } from "./panel-props";
import { CountButton } from "./table/count-button";
import { RuleList } from "./table/rule-list";
import { RunbookList } from "./table/runbook-list";
import { VENDOR_NAMES } from "./vendor-names";

/** A number of the overview and the rules behind it. */
interface Figure {
	readonly key: string;
	readonly label: string;
	readonly rules: readonly RuleEntry[];
}

/** Key of the number of runbooks. */
const RUNBOOKS = "runbooks";

/** What a technique is, how much of its rules is understood, and how many there are of each kind; every number opens its notes. */
export function OverviewPanel({ panel, problems }: PartProps) {
	const { texts } = useHost();
	const { panel: text } = texts;
	const { rules, runbooks } = panel;
	const id = useId();
	const [open, setOpen] = useState<string | null>(null);
	const figures = useMemo(() => listFigures(rules, text), [rules, text]);
	const shares = useMemo(() => listShares(rules, text), [rules, text]);
	const opened = [...figures, ...shares].find(({ key }) => key === open);
	const place = useRef<HTMLDivElement>(null);
	const toggle = (key: string) => setOpen(open === key ? null : key);
	const close = () => {
		place.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
		setOpen(null);
	};
	const button = ({ key, rules: own }: Figure, label?: string) => (
		<CountButton
			count={own.length}
			isOpen={open === key}
			controls={id}
			{...(label === undefined ? {} : { label })}
			onToggle={() => toggle(key)}
		/>
	);
	return (
		<div ref={place}>
			<TechniqueFacts panel={panel} />
			<dl class="detection-vault-figures">
				{figures.map((figure) => (
					<div key={figure.key}>
						<dt>{figure.label}</dt>
						<dd class="detection-vault-figure">{button(figure)}</dd>
					</div>
				))}
				<div>
					<dt>{text.overview.runbooks}</dt>
					<dd class="detection-vault-figure">
						<CountButton
							count={runbooks.length}
							isOpen={open === RUNBOOKS}
							controls={id}
							spoken={text.openRunbooks(runbooks.length)}
							onToggle={() => toggle(RUNBOOKS)}
						/>
					</dd>
				</div>
			</dl>
			{rules.length === 0 ? null : (
				<p class="detection-vault-shares">
					{shares.map((share) => (
						<span key={share.key}>{button(share, share.label)}</span>
					))}
				</p>
			)}
			{open === RUNBOOKS && runbooks.length > 0 ? (
				<RunbookList id={id} runbooks={runbooks} onClose={close} />
			) : null}
			{opened === undefined ? null : (
				<RuleList id={id} rules={opened.rules} detail={reasonOf} onClose={close} />
			)}
			<KnowledgeProblems problems={problems} />
		</div>
	);
}

function TechniqueFacts({ panel }: { readonly panel: PartProps["panel"] }) {
	const { overview } = useHost().texts.panel;
	const { id, note } = panel.technique;
	const facts = [
		[overview.id, id],
		[overview.tactics, note?.tactics.join(", ") ?? ""],
		[overview.platforms, note?.platforms.join(", ") ?? ""],
	] as const;
	return (
		<dl class="detection-vault-facts">
			{facts
				.filter(([, value]) => value !== "")
				.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
		</dl>
	);
}

function listFigures(all: readonly RuleEntry[], { overview }: Texts["panel"]): readonly Figure[] {
	const rules = all.filter(({ facts }) => facts.kind !== "hunt");
	const hunts = all.filter(({ facts }) => facts.kind === "hunt");
	const retired = all.filter(isRetired);
	if (all.length === 0) return [{ key: "rules", label: overview.rules, rules }];
	return [
		{ key: "rules", label: overview.rules, rules },
		...VENDORS.map((vendor) => ({
			key: vendor,
			label: VENDOR_NAMES[vendor],
			rules: rules.filter((rule) => rule.vendor === vendor),
		})),
		{ key: "hunts", label: overview.hunts, rules: hunts },
		...(retired.length === 0
			? []
			: [{ key: "retired", label: overview.deprecated, rules: retired }]),
	];
}

/** How much of the rules is understood: the denominator is all of them. */
function listShares(all: readonly RuleEntry[], { overview }: Texts["panel"]): readonly Figure[] {
	const isOpaque = ({ facts }: RuleEntry): boolean =>
		facts.parsed === "opaque" || facts.parsed === "none";
	const parsed = all.filter((rule) => !isOpaque(rule));
	const partial = all.filter(({ facts }) => facts.parsed === "partial");
	const opaque = all.filter(isOpaque);
	const hasHunts = all.some(({ facts }) => facts.kind === "hunt");
	const label = overview.parsed(parsed.length, all.length, hasHunts);
	return [
		{ key: "parsed", label, rules: parsed },
		...(partial.length === 0
			? []
			: [{ key: "partial", label: overview.partial(partial.length), rules: partial }]),
		{
			key: "opaque",
			label: opaque.length === 0 ? overview.opaqueNone : overview.opaque(opaque.length),
			rules: opaque,
		},
	];
}

function reasonOf({ facts }: RuleEntry): string {
	return facts.parsed === "full" ? "" : facts.reasons.join("; ");
}
