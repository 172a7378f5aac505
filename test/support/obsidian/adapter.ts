import { FileSystemAdapter } from "obsidian-test-mocks/obsidian";

interface Meta {
	ctime: number;
	mtime: number;
	size: number;
}

interface WriteOptions {
	ctime?: number;
	mtime?: number;
}

interface Memory {
	textFiles: Map<string, string>;
	binaryFiles: Map<string, ArrayBuffer>;
	directories: Set<string>;
	fileMeta: Map<string, Meta>;
	exists(path: string): Promise<boolean>;
	readSync__(path: string): string;
}

type Method = (this: Memory, ...args: never[]) => unknown;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const toBytes = (text: string): ArrayBuffer => encoder.encode(text).buffer;

function requireParent(memory: Memory, path: string): void {
	const slash = path.lastIndexOf("/");
	if (slash > 0 && !memory.directories.has(path.slice(0, slash))) {
		throw new Error(`ENOENT: no such file or directory, open '${path}'`);
	}
}

function requireFile(memory: Memory, path: string): void {
	if (memory.textFiles.has(path) || memory.binaryFiles.has(path)) return;
	throw new Error(`ENOENT: no such file or directory, open '${path}'`);
}

/** Counts bytes, where the mocks count UTF-16 units, and forgets what the file was before. */
function settleFile(memory: Memory, path: string): void {
	const text = memory.textFiles.get(path);
	const meta = memory.fileMeta.get(path);
	if (text !== undefined && meta !== undefined) meta.size = encoder.encode(text).byteLength;
}

const reads = {
	readSync__(this: Memory, path: string): string {
		requireFile(this, path);
		return this.textFiles.get(path) ?? decoder.decode(this.binaryFiles.get(path));
	},
	read(this: Memory, path: string): Promise<string> {
		return Promise.resolve().then(() => this.readSync__(path));
	},
	async readBinary(this: Memory, path: string): Promise<ArrayBuffer> {
		await Promise.resolve();
		requireFile(this, path);
		return this.binaryFiles.get(path)?.slice(0) ?? toBytes(this.textFiles.get(path) ?? "");
	},
};

/** Wraps the mocks' writes: a missing folder is an error, and text and bytes replace each other. */
function wrapWrites(memory: Record<string, Method>): Record<string, unknown> & ThisType<Memory> {
	const { writeSync__, writeBinary, append, remove, rmdir, rename } = memory;
	return {
		writeSync__(path: string, data: string, options?: WriteOptions) {
			requireParent(this, path);
			this.binaryFiles.delete(path);
			(writeSync__ as (...args: unknown[]) => void).call(this, path, data, options);
			settleFile(this, path);
		},
		async writeBinary(path: string, data: ArrayBuffer, options?: WriteOptions) {
			requireParent(this, path);
			this.textFiles.delete(path);
			await (writeBinary as (...args: unknown[]) => unknown).call(this, path, data, options);
		},
		async append(path: string, data: string, options?: WriteOptions) {
			requireParent(this, path);
			await (append as (...args: unknown[]) => unknown).call(this, path, data, options);
			settleFile(this, path);
		},
		async remove(path: string) {
			requireFile(this, path);
			await (remove as (...args: unknown[]) => unknown).call(this, path);
		},
		async rmdir(path: string, recursive: boolean) {
			const inside = `${path}/`;
			const paths = [...this.textFiles.keys(), ...this.binaryFiles.keys()];
			if (!recursive && paths.some((other) => other.startsWith(inside))) {
				throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
			}
			await (rmdir as (...args: unknown[]) => unknown).call(this, path, recursive);
		},
		async rename(path: string, newPath: string) {
			if (await this.exists(newPath)) throw new Error("Destination file already exists!");
			requireParent(this, newPath);
			await (rename as (...args: unknown[]) => unknown).call(this, path, newPath);
		},
	};
}

/** Makes the adapter in memory as strict as a file system. */
export function installAdapter(): void {
	const memory = Object.getPrototypeOf(FileSystemAdapter.prototype) as Record<string, Method>;
	Object.assign(memory, wrapWrites({ ...methodsOf(memory) }), reads);
}

function methodsOf(prototype: Record<string, Method>): Record<string, Method> {
	const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
	return Object.fromEntries(names.map((name) => [name, prototype[name] as Method]));
}
