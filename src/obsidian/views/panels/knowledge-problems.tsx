import { noteName } from "../../../core/index/paths";
import type { Problem } from "../../../core/model/problem";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";

/** What is wrong with the data that panels are counted with; figures may be other than a person meant them to be. */
export function KnowledgeProblems({ problems }: { readonly problems: readonly Problem[] }) {
	const { panel } = useHost().texts;
	if (problems.length === 0) return null;
	return (
		<>
			<p class="detection-vault-hint">{panel.knowledgeProblems(problems.length)}</p>
			<ul class="detection-vault-texts">
				{problems.map(({ file, line, message }) => (
					<li key={`${file}:${String(line)}:${message}`}>
						<NoteLink target={file} text={noteName(file)} />
						{line === null ? "" : ` ${panel.lineOf(line)}`}: {message}
					</li>
				))}
			</ul>
		</>
	);
}
