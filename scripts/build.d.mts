export function buildBundle(
	kind: "plugin" | "cli",
	changes?: { readonly file?: string; readonly minify?: boolean },
): Promise<{ file: string; bytes: number }>;
