/** What `obsidian` is to the plugin under test: the mocks, with the functions that do nothing there. */
export * from "obsidian-test-mocks/obsidian";
export { getIcon, setIcon } from "./icons";
export { requestUrl } from "./requests";
export { getAllTags, normalizePath, renderMatches, resolveSubpath, setTooltip } from "./functions";
