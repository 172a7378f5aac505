import type { SourceFile, SourceInput } from "../../ports/source-files";
import { compareCodeUnits } from "../../text/compare";
import type { RuleCard } from "../rules/rule-card";
import type { RuleOutcome } from "../rules/rule-desk";

/** What was read of one path that a person named. */
export interface ReadArgument {
	/** As the person named it. */
	readonly name: string;
	/**
	 * Every file of it, an archive's among them, by its path inside it, which begins with the argument's own last name: whether all that is
	 * in the file was understood.
	 */
	readonly files: ReadonlyMap<string, boolean>;
}

/** Where a rule lies. */
export interface RulePath {
	readonly argument: ReadArgument;
	/** As in the argument's `files`. */
	readonly path: string;
}

/** The files of the rule sources, noted down as they are read. */
export interface ArgumentFiles {
	/** Notes a file of an argument; listed files have numbers from 0. */
	list(file: SourceFile, input: SourceInput): void;
	/** Notes what became of a listed file, or of all that is in it. */
	add(unit: number, outcomes: readonly RuleOutcome[]): void;
	/** All that was listed, in code-unit order of the names. */
	arguments(): readonly ReadArgument[];
	/** Finds where a rule was read; undefined for one that stands in a note. */
	pathOf(card: Pick<RuleCard, "file" | "record">): RulePath | undefined;
}

/** Begins a list without files. */
export function createArgumentFiles(): ArgumentFiles {
	const read = new Map<SourceInput, ReadArgument & { readonly files: Map<string, boolean> }>();
	const listed: { readonly file: SourceFile; readonly input: SourceInput }[] = [];
	const pathIn = (unit: number, file: string): RulePath | undefined => {
		const owner = listed[unit];
		const argument = owner && read.get(owner.input);
		if (owner === undefined || argument === undefined) return undefined;
		return { argument, path: owner.file.path + file.slice(owner.file.file.length) };
	};
	return {
		list(file, input) {
			listed.push({ file, input });
			if (!read.has(input)) read.set(input, { name: input.argument, files: new Map() });
		},
		add(unit, outcomes) {
			const input = listed[unit]?.input;
			const files = input && read.get(input)?.files;
			for (const { file, outcome } of outcomes) {
				const isClean =
					outcome.kind !== "none" && outcome.problems.every(({ severity }) => severity === "info");
				const path = pathIn(unit, file)?.path;
				if (path !== undefined) files?.set(path, isClean);
			}
		},
		arguments: () => [...read.values()].sort((a, b) => compareCodeUnits(a.name, b.name)),
		pathOf: ({ file, record }) => ("unit" in record ? pathIn(record.unit, file) : undefined),
	};
}
