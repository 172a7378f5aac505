import { asTable, type Table } from "../formats/values";

/** Is told the name of a field that is left out. */
type Refusal = (field: string) => void;

/** Gives a value as a field may hold it, or undefined where it may not; `refuse` is told of parts of it that are left out. */
type FieldCheck = (value: unknown, refuse: Refusal) => unknown;

/** The fields of an object, and which of them it must have. */
interface ObjectFields {
	readonly fields: ReadonlyMap<string, FieldCheck>;
	readonly required: readonly string[];
}

/** Some tools write numbers where texts belong, and texts where scores and flags do. */
const text: FieldCheck = (value) => {
	if (typeof value === "string") return value;
	return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
};
const flag: FieldCheck = (value) => {
	if (typeof value === "boolean") return value;
	const word = typeof value === "string" ? value.trim().toLowerCase() : "";
	return word === "true" ? true : word === "false" ? false : undefined;
};
const number: FieldCheck = (value) => {
	const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
	return typeof amount === "number" && Number.isFinite(amount) ? amount : undefined;
};
const oneOf =
	(...words: readonly unknown[]): FieldCheck =>
	(value) =>
		words.includes(value) ? value : undefined;
const texts: FieldCheck = (value) =>
	Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
const color: FieldCheck = (value) =>
	typeof value === "string" && (value === "" || /^#?\w+$|^rgba?\([\d\s.,%]+\)$/.test(value.trim()))
		? value
		: undefined;

function objects(...kinds: readonly ObjectFields[]): FieldCheck {
	return (value, refuse) => {
		if (!Array.isArray(value)) return undefined;
		return value.flatMap((item, index) => {
			const table = asTable(item) ?? {};
			const kind = kinds.find(({ required }) => required.every((key) => Object.hasOwn(table, key)));
			const kept = kind && checkFields(table, kind, refuse);
			if (kept === undefined) refuse(`item ${index + 1}`);
			return kept ?? [];
		});
	};
}

function object(kind: ObjectFields): FieldCheck {
	return (value, refuse) => {
		const table = asTable(value);
		return table && checkFields(table, kind, refuse);
	};
}

function fieldsOf(
	fields: Record<string, FieldCheck>,
	...required: readonly string[]
): ObjectFields {
	return { fields: new Map(Object.entries(fields)), required };
}

const divider = fieldsOf({ divider: flag }, "divider");
const metadata = objects(fieldsOf({ name: text, value: text }, "name", "value"), divider);
const links = objects(fieldsOf({ label: text, url: text }, "label", "url"), divider);

const gradient: FieldCheck = (value, refuse) => {
	const kept = asTable(
		object(
			fieldsOf(
				{ colors: texts, minValue: number, maxValue: number },
				...["colors", "minValue", "maxValue"],
			),
		)(value, refuse),
	);
	if (kept === undefined) return undefined;
	const { colors, minValue, maxValue } = kept;
	const isWhole =
		Array.isArray(colors) && colors.length >= 2 && Number(maxValue) > Number(minValue);
	return isWhole ? kept : undefined;
};

const layout = fieldsOf({
	layout: oneOf("side", "flat", "mini"),
	showID: flag,
	showName: flag,
	showAggregateScores: flag,
	countUnscored: flag,
	aggregateFunction: oneOf("average", "min", "max", "sum"),
	expandedSubtechniques: oneOf("none", "all", "annotated"),
});

/** The fields of a technique in a layer (Navigator's layer format 4.5). */
export const TECHNIQUE_FIELDS: ObjectFields = fieldsOf(
	{
		techniqueID: text,
		tactic: text,
		comment: text,
		enabled: flag,
		score: number,
		color,
		metadata,
		links,
		showSubtechniques: flag,
	},
	"techniqueID",
);

/** The fields of a layer but for its techniques (Navigator's layer format 4.5). */
export const LAYER_FIELDS: ObjectFields = fieldsOf(
	{
		versions: object(fieldsOf({ attack: text, navigator: text, layer: text })),
		name: text,
		description: text,
		domain: oneOf("enterprise-attack", "mobile-attack", "ics-attack"),
		customDataURL: text,
		filters: object(fieldsOf({ platforms: texts })),
		sorting: oneOf(0, 1, 2, 3),
		layout: object(layout),
		hideDisabled: flag,
		gradient,
		legendItems: objects(fieldsOf({ label: text, color: text }, "label", "color")),
		showTacticRowBackground: flag,
		tacticRowBackground: text,
		selectTechniquesAcrossTactics: flag,
		selectSubtechniquesWithParent: flag,
		selectVisibleTechniques: flag,
		metadata,
		links,
	},
	"name",
	"domain",
);

/**
 * Gives an object with those of its fields that hold what the format says they hold, in their order; undefined where one that it must have
 * is missing. Fields that the format does not know stay as they are; one that holds null or an empty score is taken for absent.
 *
 * `refuse` is told each field that is left out, with the names of those around it: `metadata: item 2`.
 */
export function checkFields(
	table: Table,
	{ fields, required }: ObjectFields,
	refuse: Refusal = () => undefined,
): Table | undefined {
	const kept = new Map<string, unknown>();
	for (const [key, value] of Object.entries(table)) {
		const check = fields.get(key);
		if (check !== undefined && isBlank(check, value)) continue;
		const checked =
			check === undefined ? value : check(value, (field) => refuse(`${key}: ${field}`));
		if (checked === undefined) refuse(key);
		else kept.set(key, checked);
	}
	if (!required.every((key) => kept.has(key))) return undefined;
	return Object.fromEntries(kept);
}

/** Writers of JSON put null where they have nothing, and some an empty text. */
function isBlank(check: FieldCheck, value: unknown): boolean {
	return value === null || (check === number && value === "");
}
