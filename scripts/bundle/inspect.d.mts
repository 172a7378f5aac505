export function findFaults(bundle: {
	readonly name: string;
	readonly code: string;
	readonly external: readonly string[];
	readonly isAllowed: (path: string) => boolean;
}): string[];
