import type { Plugin } from "esbuild";

export const grayMatter: Plugin;
