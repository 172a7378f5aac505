import type { ImportResult } from "../../../core/model/import-result";
import { useImport } from "./import-host";

/** What is worth knowing of the runs in logs: those without a test, and what was masked. */
export function RunsHint({ result }: { readonly result: ImportResult }) {
	const { plan } = useImport().texts;
	const { unmatched = 0, masked = 0 } = result;
	if (unmatched + masked === 0) return null;
	const lines = [
		...(unmatched === 0 ? [] : [plan.unmatched(unmatched)]),
		...(masked === 0 ? [] : [plan.masked(masked)]),
	];
	return <p class="detection-vault-hint">{lines.join(" ")}</p>;
}
