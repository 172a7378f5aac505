import type { Comparison, Expression } from "./yara-l-tree";
import { listFields } from "./yara-l-tree";

/** Which placeholders stand for which fields, and which fields tie events together. */
export interface Bindings {
	/** What a placeholder is first bound to, undefined where it is bound to nothing. */
	valueOf(placeholder: string): Expression | undefined;
	/** Whether a comparison only binds a placeholder or joins two events. */
	isBinding(comparison: Comparison): boolean;
	/** The fields of a variable's event that have to equal those of others. */
	tiesOf(variable: string): readonly string[];
}

/**
 * Finds the placeholders that statements bind, `$user = $e.principal.user.userid` in either order, and the joins between events,
 * `$e1.principal.ip = $e2.principal.ip`. `statements` hold no `and` at their top.
 */
export function findBindings(statements: readonly Expression[]): Bindings {
	const bound = new Map<string, Expression>();
	const ties = new Map<string, Set<string>>();
	const uses = new Map<string, Map<string, Set<string>>>();
	const look = (expression: Expression): void => {
		if (expression.kind === "logic") for (const item of expression.items) look(item);
		if (expression.kind !== "comparison" || expression.op !== "=") return;
		const side = readPlaceholder(expression);
		if (side !== undefined) noteBinding(side, bound, uses);
		else if (isJoin(expression)) tie([expression.left, expression.right], ties);
	};
	for (const statement of statements) look(statement);
	for (const variables of uses.values())
		if (variables.size > 1)
			for (const [variable, paths] of variables)
				for (const path of paths) add(ties, variable, path);
	return {
		valueOf: (placeholder) => bound.get(placeholder),
		isBinding(comparison) {
			if (comparison.op !== "=") return false;
			const side = readPlaceholder(comparison);
			if (side === undefined) return isJoin(comparison);
			const { name, other } = side;
			if (other.kind === "placeholder") return !other.name.startsWith("#");
			return bound.get(name) === other || listFields(other).length > 0 || isMade(other);
		},
		tiesOf: (variable) => [...(ties.get(variable) ?? [])],
	};
}

interface BoundSide {
	readonly name: string;
	readonly other: Expression;
}

/** The placeholder of a comparison and what it is compared with; undefined where neither side is one. */
function readPlaceholder({ left, right }: Comparison): BoundSide | undefined {
	if (left.kind === "placeholder" && left.name.startsWith("$"))
		return { name: left.name, other: right };
	if (right.kind === "placeholder" && right.name.startsWith("$"))
		return { name: right.name, other: left };
	return undefined;
}

function noteBinding(
	{ name, other }: BoundSide,
	bound: Map<string, Expression>,
	uses: Map<string, Map<string, Set<string>>>,
): void {
	const fields = listFields(other);
	if (fields.length === 0 && !isMade(other)) return;
	if (!bound.has(name)) bound.set(name, other);
	const used = uses.get(name) ?? new Map<string, Set<string>>();
	uses.set(name, used);
	for (const { variable, path } of fields) add(used, variable ?? "", path);
}

/** Whether a rule makes this itself, of placeholders for one. */
function isMade({ kind }: Expression): boolean {
	return kind === "call" || kind === "arithmetic";
}

/** Whether the two sides read fields of different events. */
function isJoin({ left, right }: Comparison): boolean {
	// Most comparisons are with a value.
	if (left.kind === "literal" || right.kind === "literal") return false;
	const variables = new Set(listFields(left).map(({ variable }) => variable));
	const others = listFields(right);
	if (variables.size === 0 || others.length === 0) return false;
	return others.every(({ variable }) => !variables.has(variable));
}

function tie(sides: readonly Expression[], ties: Map<string, Set<string>>): void {
	for (const { variable, path } of sides.flatMap(listFields)) add(ties, variable ?? "", path);
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
	const known = sets.get(key);
	if (known === undefined) sets.set(key, new Set([value]));
	else known.add(value);
}
