import { useState } from "preact/hooks";
import { VERDICTS } from "../../../core/model/execution";
import type { ExpectedRule } from "../../../core/runbooks/expect-rules";
import type { Texts } from "../../text/en";
import { VENDOR_NAMES } from "../panels/vendor-names";
import { Choice } from "./fields";
import type { VerdictInput } from "./run-form";

/** Rules of the same technique that are shown at a time: a technique may have hundreds. */
const STEP = 25;
/** Where no rule has more in common with the test. */
const AT_FIRST = 5;

/** The rules that a run can say something of: those that should fire or belong to the test, then the others on demand. */
export function VerdictRows(props: {
	readonly first: readonly ExpectedRule[];
	readonly others: readonly ExpectedRule[];
	readonly verdicts: ReadonlyMap<string, VerdictInput>;
	readonly explain: (rule: ExpectedRule) => string;
	readonly onChange: (path: string, verdict: VerdictInput) => void;
	readonly texts: Texts["executions"];
}) {
	const { first, others, verdicts, onChange, texts } = props;
	const words = texts.record;
	const [added, setAdded] = useState(0);
	const shown = added + (first.length === 0 ? AT_FIRST : 0);
	const [filter, setFilter] = useState("");
	const wanted = filter.trim().toLowerCase();
	const found = others.filter(({ rule }) => rule.title.toLowerCase().includes(wanted));
	const listed = wanted === "" ? others.slice(0, shown) : found.slice(0, STEP);
	const rest = others.length - shown;
	if (first.length + others.length === 0)
		return <p class="detection-vault-hint">{words.noRules}</p>;
	return (
		<>
			{others.length <= AT_FIRST ? null : (
				<input
					type="search"
					class="detection-vault-run-filter"
					aria-label={words.filterRules}
					placeholder={words.filterRules}
					value={filter}
					onInput={(event) => setFilter(event.currentTarget.value)}
				/>
			)}
			<ul class="detection-vault-plain-list detection-vault-run-rules">
				{[...first, ...listed].map((expected) => (
					<VerdictRow
						key={expected.rule.path}
						expected={expected}
						why={props.explain(expected)}
						said={verdicts.get(expected.rule.path) ?? { verdict: "not tested", evidence: "" }}
						onChange={(said) => onChange(expected.rule.path, said)}
						texts={texts}
					/>
				))}
			</ul>
			{rest <= 0 || wanted !== "" ? null : (
				<button
					type="button"
					class="detection-vault-text-button"
					onClick={() => setAdded(added + STEP)}
				>
					{words.more(Math.min(rest, STEP))}
				</button>
			)}
		</>
	);
}

function VerdictRow(props: {
	readonly expected: ExpectedRule;
	readonly why: string;
	readonly said: VerdictInput;
	readonly onChange: (said: VerdictInput) => void;
	readonly texts: Texts["executions"];
}) {
	const { expected, said, onChange, texts } = props;
	const { rule, should } = expected;
	const words = texts.record;
	return (
		<li>
			<div class="detection-vault-run-rule">
				<span>{rule.title}</span>
				<span class="detection-vault-hint">
					{[VENDOR_NAMES[rule.vendor], ...(should ? [words.should] : []), props.why].join(" · ")}
				</span>
			</div>
			<Choice
				label={words.verdictOf(rule.title)}
				value={said.verdict}
				words={VERDICTS.map((word) => [word, texts.verdicts[word]] as const)}
				onChange={(verdict) => onChange({ ...said, verdict })}
			/>
			<input
				type="text"
				aria-label={words.evidenceOf(rule.title)}
				placeholder={words.evidenceHint}
				value={said.evidence}
				onInput={(event) => onChange({ ...said, evidence: event.currentTarget.value })}
			/>
		</li>
	);
}
