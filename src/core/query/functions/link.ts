import type { LinkValue, Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { linkAt, giveNull, textAt, valueAt } from "./arguments";
import { callFunction, defineFunction, type QueryFunction } from "./define-function";

/** `link(path, [display], [embed])`: a link to a note. */
export const link: QueryFunction = defineFunction(
	"link",
	{
		string: (args, context) => linkTo(textAt(args, 0), context),
		link: (args) => linkAt(args, 0),
		null: giveNull,
		"string, string": (args, context) => ({
			...linkTo(textAt(args, 0), context),
			display: textAt(args, 1),
		}),
		"string, string, boolean": (args, context) => ({
			...linkTo(textAt(args, 0), context),
			display: textAt(args, 1),
			embed: valueAt(args, 2) === true,
		}),
		"link, string": (args) => ({ ...linkAt(args, 0), display: textAt(args, 1) }),
		"null, *": giveNull,
		"*, null": (args, context): Value => callFunction(link, [valueAt(args, 0)], context),
	},
	{ 1: [0], 2: [0, 1] },
);

/** `embed(link, [embed])`: the same link as an embed, or as none. */
export const embed = defineFunction(
	"embed",
	{
		link: (args) => ({ ...linkAt(args, 0), embed: true }),
		"link, boolean": (args) => ({ ...linkAt(args, 0), embed: valueAt(args, 1) === true }),
		null: giveNull,
		"null, *": giveNull,
		"*, null": giveNull,
	},
	{ 1: [0], 2: [0, 1] },
);

/** `elink(url, [display])`: a link out of the vault. */
export const elink = defineFunction(
	"elink",
	{
		"string, string": (args) => ({
			kind: "web-link",
			url: textAt(args, 0),
			display: textAt(args, 1),
		}),
		"string, null": (args) => ({
			kind: "web-link",
			url: textAt(args, 0),
			display: textAt(args, 0),
		}),
		"null, *": giveNull,
		string: (args) => ({ kind: "web-link", url: textAt(args, 0), display: textAt(args, 0) }),
		null: giveNull,
	},
	{ 1: [0], 2: [0] },
);

/** `meta(link)`: what a link itself says, as an object. */
export const meta = defineFunction("meta", {
	link: (args) => {
		const { display, embed: isEmbed, path, subpath, type } = linkAt(args, 0);
		return {
			kind: "object",
			fields: new Map<string, Value>([
				["display", display ?? null],
				["embed", isEmbed],
				["path", path],
				["subpath", subpath ?? null],
				["type", type],
			]),
		};
	},
});

function linkTo(path: string, context: RunContext): LinkValue {
	return { kind: "link", path: context.normalise(path), type: "file", embed: false };
}
