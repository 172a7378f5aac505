import type { ImportPhase } from "../import/import-phase";
import type { CliCommand, CliParts } from "./cli-parts";
import { hasFlag, listFlag } from "./cli-parts";

/** Imports from remembered sources; it only says what it would do unless told to write. */
export function importCommand({ imports, settings, texts }: CliParts): CliCommand {
	const { flags } = texts;
	return {
		name: "import",
		description: texts.import.description,
		flags: {
			write: { description: flags.write },
			source: { value: "<name,name…>", description: flags.source },
			restore: { description: flags.restore },
			json: { description: flags.json },
		},
		async run(data) {
			const names = listFlag(data, "source");
			const { sources } = settings.current();
			const unknown = names.find((name) => !sources.some((source) => source.name === name));
			if (unknown !== undefined) {
				return texts.import.unknown(
					unknown,
					sources.map((source) => source.name),
				);
			}
			const isOpenable = sources.some(
				({ name, vaultPath, online }) =>
					(names.length === 0 || names.includes(name)) && (vaultPath !== null || online),
			);
			if (!isOpenable) return texts.import.nothing;
			const write = hasFlag(data, "write");
			const phase = await imports.run({ names, write, restore: hasFlag(data, "restore") });
			return phase === undefined
				? texts.busy
				: describePhase(phase, hasFlag(data, "json"), texts.import);
		},
	};
}

function describePhase(
	phase: ImportPhase,
	isJson: boolean,
	texts: CliParts["texts"]["import"],
): string {
	if (phase.kind === "failed") return texts.failed(phase.message);
	if (phase.kind !== "review" && phase.kind !== "done") return texts.stopped;
	const result = phase.kind === "done" ? phase.result : phase.plan.result;
	const isDone = phase.kind === "done";
	if (isJson) return JSON.stringify({ written: isDone, ...result });
	const { created, updated, unchanged, conflicts, files, gone, problems, report } = result;
	const told = problems.filter(({ severity }) => severity !== "info");
	return [
		isDone ? texts.written : texts.dryRun,
		texts.notes(created, updated, unchanged, conflicts),
		texts.files(files.read, files.used, files.context, files.skipped),
		...(gone.length === 0 ? [] : [texts.gone(gone.length)]),
		...told.slice(0, SHOWN).map(({ file, line, message }) => {
			const place = line === null ? file : `${file}:${String(line)}`;
			return `${place}: ${message}`;
		}),
		...(told.length > SHOWN ? [texts.more(told.length - SHOWN)] : []),
		...(report === null ? [] : [texts.report(report)]),
	].join("\n");
}

/** Problems that are listed for a person; JSON has all. */
const SHOWN = 20;
