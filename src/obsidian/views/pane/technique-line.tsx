import { useId, useRef, useState } from "preact/hooks";
import type { NamedTechnique } from "../../../core/finding/name-technique";
import type { Vendor } from "../../../core/model/rule";
import type { SubjectTechnique } from "../../../core/panels/note-subject";
import type { Texts } from "../../text/en";
import { CountButton } from "../panels/table/count-button";
import { RuleList } from "../panels/table/rule-list";
import { VENDOR_NAMES } from "../panels/vendor-names";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";

/** A technique's id and name. */
export function titleOf({ id, name }: Pick<NamedTechnique, "id" | "name">): string {
	return name === id ? id : `${id} ${name}`;
}

/** What is told of a technique in a few muted words. */
export function TechniqueFacts(props: {
	readonly technique: NamedTechnique;
	readonly formerIds: readonly string[];
}) {
	const { pane: text } = useHost().texts;
	const { tactics, note } = props.technique;
	const facts = [
		tactics.join(", "),
		...props.formerIds.map(text.former),
		note === undefined ? text.notImported : "",
	].filter((fact) => fact !== "");
	return <span class="detection-vault-hint">{facts.join(" · ")}</span>;
}

/** What is said before the numbers, and where there are none. */
export type RuleWords = Texts["pane"]["ofRule"];

/** A technique that the note names, with a number for each vendor that opens its other rules. */
export function TechniqueLine(props: {
	readonly named: SubjectTechnique;
	readonly words: RuleWords;
}) {
	const { technique, formerId, rules } = props.named;
	const { id, note } = technique;
	return (
		<li class="detection-vault-technique">
			{note === undefined ? (
				<span data-technique={id}>{titleOf(technique)}</span>
			) : (
				<NoteLink target={note.path} text={titleOf(technique)} />
			)}{" "}
			<TechniqueFacts technique={technique} formerIds={formerId === null ? [] : [formerId]} />
			<VendorCounts rules={rules} words={props.words} />
		</li>
	);
}

function VendorCounts(props: {
	readonly rules: SubjectTechnique["rules"];
	readonly words: RuleWords;
}) {
	const { pane: text } = useHost().texts;
	const id = useId();
	const place = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState<Vendor | null>(null);
	const opened = open === null ? undefined : props.rules.get(open);
	if (props.rules.size === 0) return <p class="detection-vault-hint">{props.words.none}</p>;
	const close = (): void => {
		place.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
		setOpen(null);
	};
	return (
		<div ref={place}>
			<p class="detection-vault-shares">
				<span class="detection-vault-hint">{props.words.rules}</span>
				{[...props.rules].map(([vendor, rules]) => (
					<CountButton
						key={vendor}
						count={rules.length}
						isOpen={open === vendor}
						controls={id}
						label={text.vendorRules(VENDOR_NAMES[vendor], rules.length)}
						onToggle={() => setOpen(open === vendor ? null : vendor)}
					/>
				))}
			</p>
			{opened === undefined ? null : <RuleList id={id} rules={opened} onClose={close} />}
		</div>
	);
}
