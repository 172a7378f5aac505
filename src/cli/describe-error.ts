import { describeDiskError } from "../core/text/describe-disk-error";

/** Gives an error as one line for a person: what failed and where, without a stack. */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const reason = describeDiskError(error, String(error));
	if (!("code" in error && "path" in error)) return reason;
	const path = String(error.path);
	if (error.code === "ENOENT") return `${path} does not exist`;
	return reason === error.message ? reason : `${path}: ${reason}`;
}
