import type { CatalogResult } from "../../attack/build-catalog";
import { buildAttackCatalogInSteps } from "../../attack/build-catalog";
import type { AttackBundle } from "../../attack/read-bundle";
import { readAttackBundleInSteps } from "../../attack/read-bundle";
import type { Problem } from "../../model/problem";
import { hashText } from "../../notes/bases/hash-text";
import type { Progress } from "../../ports/progress";
import type { SourceInput } from "../../ports/source-files";
import { finishStepsInTurns } from "../../text/steps";
import { markBytes } from "../memory/mark-bytes";
import { LARGEST, readFiles, refuse } from "../read-files";
import type { Tally } from "../tally";
import type { TechniqueCard } from "./technique-card";
import { describeTechniqueCard } from "./technique-card";

/** A file of the ATT&CK sources, and what was to be told of it. */
export interface AttackFile {
	readonly file: string;
	/** Why it gave no bundle; null where it gave one. */
	readonly reason: string | null;
	readonly problems: readonly Problem[];
}

/** What the bundles of an import say of techniques, without the catalogue itself; plain data. */
export interface AttackFindings {
	/** The same for the same bytes of the same files under the same version. */
	readonly state: string;
	readonly files: readonly AttackFile[];
	/** Of the catalogue as a whole. */
	readonly problems: readonly Problem[];
	/** ATT&CK's version by bundle, where one states it. */
	readonly versions: readonly (readonly [file: string, version: string])[];
	readonly techniques: readonly TechniqueCard[];
}

/** The findings, and the catalogue where it was read already. */
export interface AttackReading {
	readonly findings: AttackFindings;
	readonly built: CatalogResult | undefined;
}

/** Bundles that a person chose. */
export interface AttackChoice {
	readonly inputs: readonly SourceInput[];
	/** ATT&CK's version where no bundle states it. */
	readonly version: string | undefined;
}

/** Reads the bundles and builds the catalogue; both in turns with the host's other work. */
export async function readAttackSources(
	{ inputs, version }: AttackChoice,
	progress: Progress,
	begin: (file: string) => void = () => undefined,
): Promise<AttackReading> {
	const breathe = (): Promise<void> => progress.breathe();
	const marks: string[] = [];
	const bundles: AttackBundle[] = [];
	const files: AttackFile[] = [];
	const marked = inputs.map((input) => markInput(input, marks));
	const outcomes = readFiles(
		marked,
		LARGEST.attack,
		progress,
		async ({ file, bytes }) => {
			const steps = readAttackBundleInSteps(file, bytes);
			const { bundle, problems } = await finishStepsInTurns(steps, breathe);
			if (bundle === undefined) return refuse(problems, "it is no ATT&CK bundle");
			return { kind: "bundle" as const, bundle, problems };
		},
		begin,
	);
	for await (const { file, outcome } of outcomes) {
		const reason = outcome.kind === "none" ? outcome.reason : null;
		files.push({ file, reason, problems: outcome.problems });
		if (outcome.kind === "bundle") bundles.push(outcome.bundle);
	}
	const built =
		bundles.length === 0
			? undefined
			: await finishStepsInTurns(buildAttackCatalogInSteps(bundles, version), breathe);
	const findings: AttackFindings = {
		state: describeState(marks, version),
		files,
		problems: built?.problems ?? [],
		versions: listVersions(bundles),
		techniques: (built?.catalog.techniques ?? []).map(describeTechniqueCard),
	};
	return { findings, built };
}

/** Gives the state in which the bundles are, without parsing them; undefined where a file is more than one, or cannot be read. */
export async function findAttackState(
	{ inputs, version }: AttackChoice,
	progress: Progress,
): Promise<string | undefined> {
	const marks: string[] = [];
	try {
		for (const input of inputs) {
			for await (const file of markInput(input, marks).list()) {
				await progress.breathe();
				if (!file.path.endsWith(".json") || file.size > LARGEST.attack) return undefined;
				await file.read();
			}
		}
	} catch {
		return undefined;
	}
	return describeState(marks, version);
}

/** Tells the problems of ATT&CK's files, and counts each file as used or skipped. */
export function tellAttackFiles({ files }: AttackFindings, tally: Tally): void {
	for (const { file, reason, problems } of files) {
		tally.tell(problems);
		if (reason === null) tally.use();
		else tally.skip(file, reason);
	}
}

function describeState(marks: readonly string[], version: string | undefined): string {
	return hashText(JSON.stringify([version ?? null, marks]));
}

/** Notes of each file of a source that is read what tells it from others. */
function markInput(input: SourceInput, marks: string[]): SourceInput {
	return {
		argument: input.argument,
		async *list() {
			for await (const file of input.list()) {
				yield {
					...file,
					async read() {
						const bytes = await file.read();
						marks.push(`${file.file} ${markBytes(bytes)}`);
						return bytes;
					},
				};
			}
		},
	};
}

/** Gives the version that each bundle's collection states; the last by version where it holds several. */
function listVersions(bundles: readonly AttackBundle[]): readonly (readonly [string, string])[] {
	const versions = new Map<string, string>();
	for (const { file, records } of bundles) {
		for (const record of records) {
			if (record.kind === "collection" && !record.retired) versions.set(file, record.version);
		}
	}
	return [...versions];
}
