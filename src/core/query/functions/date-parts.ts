import { dateOf, startOfDay } from "../../index/literals/calendar";
import { dateAt, giveNull } from "./arguments";
import { defineFunction } from "./define-function";

/** `striptime(date)`: midnight of the day, in the zone of the run. */
export const striptime = defineFunction(
	"striptime",
	{
		date: (args, { zones, zone }) => startOfDay(zones, dateAt(args, 0), zone),
		null: giveNull,
	},
	{ 1: [0] },
);

/** `localtime(date)`: the same moment in the zone of the run. */
export const localtime = defineFunction(
	"localtime",
	{
		date: (args, { zones, zone }) => dateOf(zones, zone, dateAt(args, 0).ms),
		null: giveNull,
	},
	{ 1: [0] },
);
