import { hashBytes } from "../../notes/bases/hash-text";

/** Gives what tells a file's bytes from others. */
export function markBytes(bytes: Uint8Array): string {
	return `${bytes.length} ${hashBytes(bytes)}`;
}
