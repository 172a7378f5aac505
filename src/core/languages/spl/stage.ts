import type { Pipeline } from "./pipeline";
import type { SplReader } from "./spl-reader";

/** Reads what follows a command's name, which `command` is in lower case, up to the end of its stage. */
export type StageReader = (reader: SplReader, pipeline: Pipeline, command: string) => void;
