import { all, any, none } from "./all";
import { contains, containsword, econtains, icontains } from "./contains";
import { date } from "./date";
import { localtime, striptime } from "./date-parts";
import type { FunctionTable, QueryFunction } from "./define-function";
import { display } from "./display";
import { dur } from "./dur";
import { max, maxby, min, minby } from "./extremes";
import { currencyformat, dateformat, durationformat } from "./formats";
import { hash } from "./hash";
import { join } from "./join";
import { length } from "./length";
import { lower, upper } from "./letter-case";
import { elink, embed, link, meta } from "./link";
import { array, list } from "./list";
import { filter, map } from "./map";
import { choice, fallback, firstvalue, ldefault, nonnull } from "./nulls";
import { number } from "./number";
import { extract, object } from "./object";
import { padleft, padright } from "./padding";
import { average, product, reduce, sum } from "./reduce";
import { regexmatch, regexreplace, regextest } from "./regex";
import { replace, split } from "./replace";
import { ceil, floor, round, trunc } from "./rounding";
import { flat, slice } from "./slice";
import { reverse, sort, unique } from "./sort";
import { endswith, startswith } from "./starts";
import { string } from "./string";
import { substring, truncate } from "./substring";
import { typeOf } from "./typeof";

const GROUPS: readonly (readonly QueryFunction[])[] = [
	[object, list, array, date, dur, number, string, link, embed, elink, typeOf],
	[round, trunc, floor, ceil, min, max, sum, product, average, minby, maxby, reduce],
	[contains, icontains, econtains, containsword, extract, sort, reverse, length],
	[nonnull, firstvalue, all, any, none, join, filter, map, flat, slice, unique],
	[regextest, regexmatch, regexreplace, replace, lower, upper, split],
	[startswith, endswith, padleft, padright, substring, truncate],
	[fallback, ldefault, display, choice, hash, striptime, localtime, meta],
	[dateformat, durationformat, currencyformat],
];

/** All functions of the query language: those of Dataview 0.5.70's reference. */
export const FUNCTIONS: FunctionTable = new Map(
	GROUPS.flat().map((definition) => [definition.name, definition]),
);
