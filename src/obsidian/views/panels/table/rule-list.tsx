import { useMemo } from "preact/hooks";
import type { RuleEntry } from "../../../../core/library/library-entry";
import { isRetired } from "../../../../core/panels/retired-rules";
import { useFirstItems } from "../../outcome/show-more";
import { NoteLink } from "../../values/link-view";
import { useHost } from "../../view-host";
import { NotesBehind } from "./notes-behind";
import { VENDOR_NAMES } from "../vendor-names";

/** The rules behind a number, each a link to its note; Escape closes the list. */
export function RuleList(props: {
	readonly id: string;
	readonly rules: Iterable<RuleEntry>;
	/** What is to be told of a rule beside its vendor and level. */
	readonly detail?: (rule: RuleEntry) => string;
	readonly onClose: () => void;
}) {
	const { panel } = useHost().texts;
	const rules = useMemo(() => [...props.rules], [props.rules]);
	const { shown, more } = useFirstItems(rules);
	return (
		<NotesBehind id={props.id} label={panel.rulesBehind(rules.length)} onClose={props.onClose}>
			<ul>
				{shown.map((rule) => (
					<li key={rule.path}>
						<NoteLink target={rule.path} text={rule.title} /> <RuleFacts rule={rule} />
						{props.detail === undefined ? null : (
							<span class="detection-vault-hint">{props.detail(rule)}</span>
						)}
					</li>
				))}
			</ul>
			{more}
		</NotesBehind>
	);
}

/** A rule's vendor and level in a few muted words, and its status where that is no longer a live one. */
export function RuleFacts({ rule }: { readonly rule: RuleEntry }) {
	const { hunt, removed } = useHost().texts.panel;
	const status = rule.isRemoved === true ? removed : isRetired(rule) ? rule.status : null;
	const kind = rule.facts.kind === "hunt" ? hunt : null;
	const facts = [VENDOR_NAMES[rule.vendor], rule.level, status, kind].filter(
		(fact) => fact !== null && fact !== "",
	);
	return <span class="detection-vault-hint">{facts.join(" · ")}</span>;
}
