import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Texts } from "../../text/en";
import type { BlockNote, TurnedNote } from "./block-choices";

/** What the window in which blocks are turned is given. */
export interface ConvertViewHost {
	readonly texts: Texts["convert"];
	/** The notes to show, or undefined while they are looked for. */
	readonly notes: readonly BlockNote[] | undefined;
	/** Writes notes, telling after each how many were gone through, and closes the window. */
	readonly turn: (notes: readonly TurnedNote[], onProgress: (done: number) => void) => void;
	readonly close: () => void;
}

/** Hands the host down to every part of the window. */
export const ConvertContext = createContext<ConvertViewHost | undefined>(undefined);

/** The host of the window that a component stands in. */
export function useConvert(): ConvertViewHost {
	const host = useContext(ConvertContext);
	if (host === undefined) throw new Error("A component was drawn outside its window");
	return host;
}
