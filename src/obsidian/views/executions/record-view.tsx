import { useEffect, useState } from "preact/hooks";
import type { RecordedRun } from "../../../core/executions/record-run";
import type { KnownTest } from "../../../core/executions/test-index";
import type { ExpectedRule } from "../../../core/runbooks/expect-rules";
import type { Texts } from "../../text/en";
import { LongField } from "./fields";
import { InputFields, ResultFields, RunFields, TestField } from "./record-fields";
import type { RunForm } from "./run-form";
import { findFault, readForm, startForm } from "./run-form";
import type { TestOffer } from "./test-offer";
import { VerdictRows } from "./verdict-rows";

/** What the form is given. */
export interface RecordViewProps {
	/** At least one; the first is chosen. */
	readonly tests: readonly KnownTest[];
	/** Names of campaigns that are known. */
	readonly campaigns: readonly string[];
	readonly operator: string;
	readonly texts: Texts["executions"];
	readonly offer: (test: KnownTest) => Promise<TestOffer>;
	/** Says why a rule is offered. */
	readonly explain: (rule: ExpectedRule) => string;
	/** Gives why the note could not be written; undefined where it was. */
	readonly save: (run: RecordedRun) => Promise<string | undefined>;
	readonly close: () => void;
}

const NO_OFFER: TestOffer = { inputs: [], first: [], others: [] };

/** The form of a test run. */
export function RecordView(props: RecordViewProps) {
	const { texts } = props;
	const words = texts.record;
	const { fault, save, ...record } = useRecord(props);
	return (
		<form
			class="detection-vault-import"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			<div class="detection-vault-import-body">
				<p class="detection-vault-hint">{words.hint}</p>
				<FormBody {...props} {...record} />
			</div>
			<div class="modal-button-container">
				{fault === undefined ? null : (
					<span class="detection-vault-fault" role="alert">
						{fault}
					</span>
				)}
				<button type="submit" class="mod-cta">
					{words.save}
				</button>
				<button type="button" onClick={props.close}>
					{words.cancel}
				</button>
			</div>
		</form>
	);
}

/** What stands in the form, and what changes it. */
interface RecordState {
	readonly index: number;
	readonly form: RunForm;
	readonly offered: TestOffer;
	readonly change: (part: Partial<RunForm>) => void;
	/** Goes to another test; what was said of the former one's rules and inputs is gone. */
	readonly choose: (index: number) => void;
}

function useRecord({ tests, texts, operator, offer, save: write }: RecordViewProps) {
	const words = texts.record;
	const [index, setIndex] = useState(0);
	const [form, setForm] = useState(() => startForm(operator, Date.now()));
	const [fault, setFault] = useState<string>();
	const test = tests[index];
	const offered = useOffer(test, offer);
	const change = (part: Partial<RunForm>) => setForm((before) => ({ ...before, ...part }));
	const choose = (next: number) => {
		setIndex(next);
		change({ verdicts: new Map(), inputs: new Map() });
	};
	const save = async () => {
		const wrong = findFault(form);
		if (wrong !== undefined || test === undefined) {
			setFault(wrong === "wrong-times" ? words.wrongTimes : words.noStart);
		} else setFault(await write(readForm(form, test, offered)));
	};
	return { index, form, offered, change, choose, fault, save };
}

function FormBody(props: RecordViewProps & RecordState) {
	const { texts, index, form, offered, change } = props;
	const words = texts.record;
	const shared = { form, change, words };
	return (
		<>
			<TestField tests={props.tests} index={index} words={words} onChange={props.choose} />
			<RunFields {...shared} campaigns={props.campaigns} />
			<ResultFields {...shared} />
			<InputFields {...shared} inputs={offered.inputs} />
			<h3>{words.rules}</h3>
			<VerdictRows
				key={index}
				{...{ first: offered.first, others: offered.others, verdicts: form.verdicts, texts }}
				explain={props.explain}
				onChange={(path, said) => change({ verdicts: new Map(form.verdicts).set(path, said) })}
			/>
			<LongField
				label={words.evidence}
				value={form.evidence}
				onChange={(evidence) => change({ evidence })}
			/>
			<LongField
				label={words.findings}
				value={form.findings}
				onChange={(findings) => change({ findings })}
			/>
		</>
	);
}

/** What the test offers; nothing until its runbook is read. */
function useOffer(
	test: KnownTest | undefined,
	offerOf: (test: KnownTest) => Promise<TestOffer>,
): TestOffer {
	const [known, setKnown] = useState<{ test: KnownTest; offer: TestOffer }>();
	useEffect(() => {
		let isWanted = true;
		if (test !== undefined)
			void offerOf(test).then((offer) => {
				if (isWanted) setKnown({ test, offer });
			});
		return () => {
			isWanted = false;
		};
	}, [test]);
	return known !== undefined && known.test === test ? known.offer : NO_OFFER;
}
