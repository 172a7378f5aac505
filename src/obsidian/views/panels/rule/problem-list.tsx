import type { Problem } from "../../../../core/model/problem";
import { useFirstItems } from "../../outcome/show-more";
import { useHost } from "../../view-host";

/** What a rule's parsers said, each with its place in the note. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
	const { rule: text } = useHost().texts.panel;
	const { shown, more } = useFirstItems(problems);
	return (
		<>
			<ul class="detection-vault-texts">
				{shown.map(({ line, column, severity, message }, index) => (
					<li key={index}>
						<span class={`detection-vault-mark is-${severity}`}>{text.severities[severity]}</span>{" "}
						{line === null ? null : (
							<span class="detection-vault-place">
								{column === undefined ? text.problemLine(line) : text.problemPlace(line, column)}
							</span>
						)}{" "}
						{message}
					</li>
				))}
			</ul>
			{more}
		</>
	);
}
