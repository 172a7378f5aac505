export function readTemplate(): Readonly<Record<string, string>>;
