export function buildBundle(kind: "plugin" | "cli"): Promise<{ file: string; bytes: number }>;
