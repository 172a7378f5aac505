/** Gives an error as one line for a person: what failed and where, without a stack. */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ("code" in error && "path" in error) {
		const path = String(error.path);
		switch (error.code) {
			case "ENOENT":
				return `${path} does not exist`;
			case "EACCES":
			case "EPERM":
			case "EROFS":
				return `${path} may not be read or written`;
			case "ENOSPC":
				return `no space is left to write ${path}`;
			case "ENOTDIR":
				return `${path} is not a folder`;
			default:
				return error.message;
		}
	}
	return error.message;
}
