import { runCli } from "../../src/cli/run-cli";

/** What a run of the command line wrote, and its exit code. */
export interface CliRun {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line as a script does: nobody answers, nobody stops it. */
export async function runWith(
	args: readonly string[],
	input = "",
	home = process.cwd(),
): Promise<CliRun> {
	let out = "";
	let err = "";
	const code = await runCli(args, {
		out: (text) => void (out += text),
		err: (text) => void (err += text),
		readInput: () => Promise.resolve(input),
		home,
		interactive: false,
		cancelled: () => false,
	});
	return { code, out, err };
}
