import type { SourceStamp } from "../settings/remembered-source";
import { formatDay } from "./dates";
import type { Texts } from "./en";

/** Says which state of a source was read; undefined where nothing told. */
export function describeStamp(
	stamp: SourceStamp | undefined,
	texts: Texts["import"]["choose"]["stamps"],
	language: string,
): string | undefined {
	if (stamp === undefined) return undefined;
	return texts[stamp.kind](stamp.kind === "newest" ? formatDay(stamp.text, language) : stamp.text);
}
