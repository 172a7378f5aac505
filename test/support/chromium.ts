import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type BrowserServer, chromium } from "playwright-core";

const repository = resolve(import.meta.dirname, "../..");

interface Program {
	readonly path: string;
	readonly env: Readonly<Record<string, string>>;
}

async function unpackInto(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const script = join(import.meta.dirname, "unpack-chromium.mjs");
	// Only with this variable does the package unpack the libraries that a bare machine lacks.
	const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "22.x" };
	await promisify(execFile)(process.execPath, [script], { cwd: repository, env });
}

/**
 * Unpacks the npm package's Chromium once, into a folder of its version. The package takes
 * whatever lies at its target for its own, half unpacked or of another version, so it gets a
 * folder that nobody else has, and the folder gets its name when it is complete.
 */
async function unpackChromium(): Promise<Program> {
	const manifest = join(repository, "node_modules/@sparticuz/chromium/package.json");
	const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
	const folder = join(repository, "node_modules/.cache", `chromium-${version}`);
	if (!existsSync(folder)) {
		const temporary = `${folder}.${process.pid}`;
		try {
			await unpackInto(temporary);
			await rename(temporary, folder);
		} catch (error) {
			await rm(temporary, { recursive: true, force: true });
			if (!existsSync(folder)) throw error;
		}
	}
	const libraries = [join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]];
	return {
		path: join(folder, "chromium"),
		env: {
			LD_LIBRARY_PATH: libraries
				.filter((path) => path !== undefined && path !== "")
				.join(delimiter),
		},
	};
}

/** Gives every machine the same fonts, so that screenshots differ only where the page does. */
async function writeFontConfig(): Promise<string> {
	const folder = join(repository, "node_modules/.cache/fonts");
	await mkdir(folder, { recursive: true });
	const path = join(folder, `fonts.${process.pid}.conf`);
	const fonts = join(repository, "node_modules/dejavu-fonts-ttf/ttf");
	const lines = [`<dir>${fonts}</dir>`, `<cachedir>${folder}</cachedir>`];
	const xml = `<?xml version="1.0"?>\n<fontconfig>\n${lines.join("\n")}\n</fontconfig>\n`;
	await writeFile(path, xml);
	const shared = join(folder, "fonts.conf");
	await rename(path, shared);
	return shared;
}

async function findProgram(): Promise<Program> {
	const named = process.env["CHROMIUM"];
	return named === undefined || named === "" ? unpackChromium() : { path: named, env: {} };
}

/** Starts the browser that `CHROMIUM` names, else the one from npm. Rejects where none runs. */
export async function launchChromium(): Promise<BrowserServer> {
	const { path, env } = await findProgram();
	return chromium.launchServer({
		executablePath: path,
		args: ["--no-sandbox", "--font-render-hinting=none", "--force-color-profile=srgb"],
		env: { ...process.env, ...env, FONTCONFIG_FILE: await writeFontConfig() },
	});
}
