import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import type { VaultListing } from "../workbench/page";

const repository = resolve(import.meta.dirname, "../..");
const modules = join(repository, "node_modules");

/** Where the workbench bundle is built, see browser-setup.ts. */
export const workbenchBundle = join(modules, ".cache/workbench/workbench.js");

const types: Readonly<Record<string, string>> = {
	".html": "text/html",
	".css": "text/css",
	".js": "text/javascript",
	".json": "application/json",
	".woff2": "font/woff2",
	".ttf": "font/ttf",
};

const textExtensions = new Set([
	...[".md", ".json", ".base", ".canvas", ".css", ".txt", ".js"],
	...[".yml", ".yaml", ".toml", ".csv", ".kql", ".yaral", ".spl"],
]);

/** Files of the page by their address. */
function staticFile(address: string): string | undefined {
	const name = basename(address);
	if (address === "/") return join(repository, "test/workbench/index.html");
	if (address === "/app.css" || address === "/fonts.css") {
		return join(repository, "test/workbench", name);
	}
	if (address === "/workbench.js") return workbenchBundle;
	if (address.startsWith("/plugin/")) return join(repository, name);
	if (address.startsWith("/fonts/inter")) return join(modules, "@fontsource/inter/files", name);
	if (address.startsWith("/fonts/")) return join(modules, "dejavu-fonts-ttf/ttf", name);
	return undefined;
}

async function listVault(folder: string): Promise<VaultListing> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const pathOf = (parent: string, name: string): string =>
		join(parent, name)
			.slice(folder.length + 1)
			.split(sep)
			.join("/");
	const folders = entries.filter((entry) => entry.isDirectory());
	const files = entries.filter((entry) => entry.isFile());
	const read = async (path: string): Promise<VaultListing["files"][number]> => {
		const full = join(folder, path);
		const { birthtimeMs, mtimeMs } = await stat(full);
		const isText = textExtensions.has(extname(path).toLowerCase());
		return {
			path,
			text: isText ? await readFile(full, "utf8") : null,
			ctime: Math.round(birthtimeMs),
			mtime: Math.round(mtimeMs),
		};
	};
	const paths = files.map((entry) => pathOf(entry.parentPath, entry.name)).sort();
	return {
		name: basename(folder),
		folders: folders.map((entry) => pathOf(entry.parentPath, entry.name)).sort(),
		files: await Promise.all(paths.map(read)),
	};
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Keeps what the page writes inside the vault. */
function placeInside(folder: string, path: string): string {
	const full = resolve(folder, path);
	if (!full.startsWith(folder + sep)) throw new Error(`${path} is outside the vault`);
	return full;
}

async function changeVault(folder: string, request: IncomingMessage, path: string): Promise<void> {
	const full = placeInside(folder, path);
	if (request.method === "DELETE") {
		await rm(full, { recursive: true, force: true });
	} else if (request.method === "POST") {
		const target = placeInside(folder, (await readBody(request)).toString("utf8"));
		await mkdir(dirname(target), { recursive: true });
		await rename(full, target);
	} else if (path.endsWith("/")) {
		await mkdir(full, { recursive: true });
	} else {
		await mkdir(dirname(full), { recursive: true });
		await writeFile(full, await readBody(request));
	}
}

function sendFile(response: ServerResponse, path: string): void {
	if (!existsSync(path)) {
		// A plugin need not have a style sheet.
		response.writeHead(path.endsWith("styles.css") ? 200 : 404, { "content-type": "text/css" });
		response.end();
		return;
	}
	const type = types[extname(path)] ?? "application/octet-stream";
	response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
	createReadStream(path).pipe(response);
}

async function answer(
	folder: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const address = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
	if (address === "/vault") {
		response.writeHead(200, { "content-type": "application/json" });
		response.end(JSON.stringify(await listVault(folder)));
		return;
	}
	if (address.startsWith("/vault/")) {
		const path = address.slice("/vault/".length);
		if (request.method === "GET") {
			sendFile(response, placeInside(folder, path));
			return;
		}
		await changeVault(folder, request, path);
		response.writeHead(204).end();
		return;
	}
	const file = staticFile(address);
	if (file === undefined) response.writeHead(404).end();
	else sendFile(response, file);
}

/** Serves the workbench page, the built plugin and one vault folder, and writes into the latter. */
export async function serveWorkbench(
	vaultFolder: string,
): Promise<{ server: Server; url: string }> {
	const folder = resolve(vaultFolder);
	const server = createServer((request, response) => {
		answer(folder, request, response).catch((error: unknown) => {
			response.writeHead(500).end(String(error));
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return { server, url: `http://127.0.0.1:${port}/` };
}
