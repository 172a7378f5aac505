import { Fragment } from "preact";
import type { RulePanelQuery } from "../../../../core/panels/rule-panel";
import { Icon } from "../../icon";
import { useHost } from "../../view-host";
import { ConditionView } from "./condition-view";
import { Part } from "./part";

/** Each query of a rule as it stands in the rule's text, and what it asks for. */
export function QueryParts({ queries }: { readonly queries: readonly RulePanelQuery[] }) {
	const { rule: text } = useHost().texts.panel;
	if (queries.length === 0)
		return (
			<Part title={text.condition}>{() => <p class="detection-vault-hint">{text.noQuery}</p>}</Part>
		);
	const numbers = numberQueries(queries);
	return (
		<>
			{queries.map(({ label, text: written, tree }, index) => {
				const number = numbers[index] ?? null;
				const title = text.nameQuery(text.query, label, number);
				return (
					<Fragment key={index}>
						{written === null ? null : (
							<Part title={title}>{() => <QueryText text={written} title={title} />}</Part>
						)}
						<Part title={text.nameQuery(text.condition, label, number)}>
							{() => <ConditionView node={tree} />}
						</Part>
					</Fragment>
				);
			})}
		</>
	);
}

function QueryText(props: { readonly text: string; readonly title: string }) {
	const host = useHost();
	const { rule: text } = host.texts.panel;
	const { title } = props;
	return (
		<div class="detection-vault-query">
			<code class="detection-vault-code" tabIndex={0} role="group" aria-label={title}>
				{props.text}
			</code>
			<button
				type="button"
				aria-label={title === text.query ? text.copyQuery : `${text.copyQuery}: ${title}`}
				onClick={() => host.copy(props.text)}
			>
				<Icon name="copy" /> {text.copyQuery}
			</button>
		</div>
	);
}

/** Queries for one product get a number, so that each has a name of its own. */
function numberQueries(queries: readonly RulePanelQuery[]): readonly (number | null)[] {
	const all = new Map<string | null, number>();
	for (const { label } of queries) all.set(label, (all.get(label) ?? 0) + 1);
	const seen = new Map<string | null, number>();
	return queries.map(({ label }) => {
		if (all.get(label) === 1) return null;
		const number = (seen.get(label) ?? 0) + 1;
		seen.set(label, number);
		return number;
	});
}
