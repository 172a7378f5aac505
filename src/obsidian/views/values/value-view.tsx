import type { ObjectValue, Value } from "../../../core/model/value";
import { linkText } from "../../../core/query/values/format-value";
import { useHost } from "../view-host";
import { dateText } from "./date-text";
import { durationText } from "./duration-text";
import { isSafeUrl } from "./inline-text";
import { InlineView } from "./inline-view";
import { linkTarget } from "./link-target";
import { NoteLink, WebLink } from "./link-view";
import { valueText } from "./value-text";

/** How deep lists within lists are drawn as such; deeper ones are one line of text. */
const DEPTH = 4;
/** Up to how many characters an item of a list is a short one. */
const SHORT = 24;

/** A value as cells and lists show it. */
export function ValueView({
	value,
	depth = DEPTH,
}: {
	readonly value: Value;
	readonly depth?: number;
}) {
	if (value === null || value === "") return <NoValue />;
	if (typeof value === "string") return <InlineView text={value} />;
	if (typeof value === "boolean") return <Checkmark value={value} />;
	if (typeof value === "number") return <>{String(value)}</>;
	if (isList(value)) return <ListValue values={value} depth={depth} />;
	switch (value.kind) {
		case "date":
			return <time class="detection-vault-date">{dateText(value)}</time>;
		case "duration":
			return <>{durationText(value)}</>;
		case "link":
			return <NoteLink target={linkTarget(value)} text={linkText(value)} />;
		case "web-link":
			if (!isSafeUrl(value.url)) return <>{value.display ?? value.url}</>;
			return <WebLink url={value.url} text={value.display ?? value.url} />;
		case "object":
			return <ObjectFields value={value} depth={depth} />;
		case "function":
			return <>{valueText(value)}</>;
	}
}

function NoValue() {
	const { texts } = useHost();
	return (
		<span class="detection-vault-nothing" aria-label={texts.table.nothingSpoken}>
			{texts.table.nothing}
		</span>
	);
}

function Checkmark({ value }: { readonly value: boolean }) {
	const { texts } = useHost();
	return <>{value ? texts.table.yes : texts.table.no}</>;
}

function ListValue({
	values,
	depth,
}: {
	readonly values: readonly Value[];
	readonly depth: number;
}) {
	if (values.length === 0) return <NoValue />;
	const [only] = values;
	if (values.length === 1 && only !== undefined)
		return <ValueView value={only} depth={depth - 1} />;
	if (depth <= 0) return <>{valueText(values)}</>;
	if (values.every(isShort)) return <ShortValues values={values} />;
	return (
		<ul class="detection-vault-list-value">
			{values.map((value, index) => (
				<li key={index}>
					<ValueView value={value} depth={depth - 1} />
				</li>
			))}
		</ul>
	);
}

/** Ids, tags and the like stand in one line. */
function ShortValues({ values }: { readonly values: readonly Value[] }) {
	return (
		<>
			{values.map((value, index) => (
				<span key={index}>
					{index === 0 ? null : ", "}
					<ValueView value={value} />
				</span>
			))}
		</>
	);
}

function isShort(value: Value): boolean {
	if (isList(value)) return false;
	if (typeof value === "object" && value?.kind === "object") return false;
	return valueText(value).length <= SHORT;
}

function ObjectFields({ value, depth }: { readonly value: ObjectValue; readonly depth: number }) {
	if (depth <= 0) return <>{valueText(value)}</>;
	return (
		<dl class="detection-vault-object-value">
			{[...value.fields.keys()].map((name) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>
						<ValueView value={value.fields.get(name) ?? null} depth={depth - 1} />
					</dd>
				</div>
			))}
		</dl>
	);
}

function isList(value: Value): value is readonly Value[] {
	return Array.isArray(value);
}
