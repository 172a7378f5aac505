import { createContext } from "preact";

/** Whether the Tab key stops at links: in a grid it stops at the grid alone, and the arrow keys go from cell to cell. */
export const LinkTabIndex = createContext<number | undefined>(undefined);
