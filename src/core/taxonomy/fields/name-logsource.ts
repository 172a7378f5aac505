import type { Logsource } from "../../model/rule";

/**
 * Gives a Sigma logsource as a source that spellings can be bound to: `windows.process_creation`, `linux.auditd`, `antivirus`; null where
 * it names nothing. A category says more than a service.
 */
export function nameLogsource({ product, category, service }: Logsource): string | null {
	const names = [product, category ?? service].filter((name) => name !== null);
	return names.length === 0 ? null : names.join(".");
}
