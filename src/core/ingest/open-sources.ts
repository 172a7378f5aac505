import { listZip, ZIP_LIMITS } from "../formats/zip";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { SourceFile, SourceInput } from "../ports/source-files";
import { compareCodeUnits } from "../text/compare";
import { describeDiskError } from "../text/describe-disk-error";
import { finishStepsInTurns } from "../text/steps";

/** A file to read, or one that could not even be opened, with the reason. */
export type OpenedFile =
	| { readonly ok: true; readonly source: SourceFile }
	| { readonly ok: false; readonly problem: Problem };

const ZIP_SIGNATURES: readonly number[] = [0x04034b50, 0x06054b50];

/**
 * Lists every file of the given sources, with zips taken apart; an archive's entries are sorted by name in code-unit order.
 *
 * `breathe` is awaited while a large entry is unpacked. Hidden files and folders of an archive are left out, as a host leaves them out of a folder. An archive that cannot be read and an
 * entry that may not be unpacked each come as one problem.
 */
export async function* openSources(
	inputs: readonly SourceInput[],
	breathe: () => Promise<void>,
): AsyncGenerator<OpenedFile> {
	for (const input of inputs) {
		for await (const source of input.list()) {
			if (isArchive(source)) yield* openArchive(source, breathe);
			else yield { ok: true, source };
		}
	}
}

/** Whether a file is taken apart rather than read as it is. */
export function isArchive({ path }: Pick<SourceFile, "path">): boolean {
	return /\.zip$/i.test(path);
}

async function* openArchive(
	source: SourceFile,
	breathe: () => Promise<void>,
): AsyncGenerator<OpenedFile> {
	const refuse = (
		file: string,
		code: "read-zip" | "read-unsafe-path",
		reason: string,
	): OpenedFile => ({
		ok: false,
		problem: problemOf(file, null, code, reason),
	});
	if (source.size > ZIP_LIMITS.totalBytes) {
		yield refuse(source.file, "read-zip", "the archive is larger than 2 GiB");
		return;
	}
	let bytes: Uint8Array;
	try {
		bytes = await source.read();
	} catch (error) {
		yield refuse(source.file, "read-zip", describeDiskError(error, "it cannot be read"));
		return;
	}
	if (!looksLikeZip(bytes)) {
		yield refuse(source.file, "read-zip", "this is not a zip archive");
		return;
	}
	const listing = listZip(bytes);
	if (!listing.ok) {
		yield refuse(source.file, "read-zip", listing.reason);
		return;
	}
	for (const { name, reason } of listing.refused) {
		const code = reason.startsWith("the name") ? "read-unsafe-path" : "read-zip";
		yield refuse(`${source.file}/${name}`, code, reason);
	}
	const entries = [...listing.entries].sort((a, b) => compareCodeUnits(a.name, b.name));
	for (const entry of entries) {
		if (isHidden(entry.name)) continue;
		const file = `${source.file}/${entry.name}`;
		if (entry.name.toLowerCase().endsWith(".zip")) {
			yield refuse(file, "read-zip", "an archive inside an archive is not opened");
			continue;
		}
		yield {
			ok: true,
			source: {
				file,
				path: `${source.path}/${entry.name}`,
				size: entry.size,
				async read() {
					const unpacked = await finishStepsInTurns(entry.readInSteps(), breathe);
					if (!unpacked.ok) throw new Error(unpacked.reason);
					return unpacked.bytes;
				},
			},
		};
	}
}

function looksLikeZip(bytes: Uint8Array): boolean {
	if (bytes.length < 22) return false;
	const signature = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
	return ZIP_SIGNATURES.includes(signature);
}

function isHidden(name: string): boolean {
	return name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}
