import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "./run-cli";

async function readInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks).toString("utf8");
}

let cancelled = false;
process.once("SIGINT", () => {
	// The first asks an import to stop after the note in hand; a second one kills, since the default handler is back.
	cancelled = true;
});
// A reader that closes early (`| head`) is no failure.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await runCli(process.argv.slice(2), {
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text),
	readInput,
	home: resolve(dirname(fileURLToPath(import.meta.url)), ".."),
	interactive: process.stderr.isTTY,
	cancelled: () => cancelled,
});
