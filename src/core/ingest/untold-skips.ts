import type { ImportResult, SkippedFile } from "../model/import-result";

/** Gives the skipped files whose reason stands among no problems that are told; those that do have their line there. */
export function listUntoldSkips({
	skipped,
	problems,
}: Pick<ImportResult, "skipped" | "problems">): readonly SkippedFile[] {
	const broken = new Set<string>();
	const reasons = new Set<string>();
	for (const { file, severity, message } of problems) {
		if (severity === "error") broken.add(file);
		if (severity !== "info") reasons.add(`${file}\n${message}`);
	}
	return skipped.filter(
		({ file, reason }) => !broken.has(file) && !reasons.has(`${file}\n${reason}`),
	);
}
