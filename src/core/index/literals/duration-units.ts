import { DURATION_UNITS, type DurationUnit, type DurationValue } from "../../model/value";

/** Milliseconds of each unit in the casual reckoning: a year has 365 days, 52 weeks and 12 months of 30 days or 4 weeks. */
const CASUAL: Readonly<Record<DurationUnit, Readonly<Record<DurationUnit, number>>>> = matrix();

/** The length of a duration in ms; months count 30 days and years 365. */
export function durationMs(duration: DurationValue): number {
	let sum = 0;
	for (const unit of DURATION_UNITS) sum += (duration.units[unit] ?? 0) * CASUAL[unit].milliseconds;
	return sum;
}

/** Carries a duration over into all units, largest first, as luxon 3 `shiftToAll().normalize()` does; every unit is present. */
export function normaliseDuration(duration: DurationValue): DurationValue {
	return shiftDuration(duration, DURATION_UNITS);
}

/** Gives a duration in the units named and no others (luxon 3 `shiftTo`); only the smallest of them may hold a fraction. */
export function shiftDuration(
	duration: DurationValue,
	targets: readonly DurationUnit[],
): DurationValue {
	const shifted: Partial<Record<DurationUnit, number>> = {};
	const pending = new Map<DurationUnit, number>();
	let last: DurationUnit | undefined;
	for (const unit of DURATION_UNITS) {
		const own = duration.units[unit] ?? 0;
		if (!targets.includes(unit)) {
			if (own !== 0) pending.set(unit, own);
			continue;
		}
		let total = own;
		for (const [from, count] of pending) total += CASUAL[from][unit] * count;
		pending.clear();
		shifted[unit] = Math.trunc(total);
		pending.set(unit, (total * 1000 - Math.trunc(total) * 1000) / 1000);
		last = unit;
	}
	if (last === undefined) return { kind: "duration", units: {} };
	for (const [unit, rest] of pending) {
		if (rest === 0) continue;
		const part = unit === last ? rest : rest / CASUAL[last][unit];
		shifted[last] = (shifted[last] ?? 0) + part;
	}
	carryUp(shifted);
	carryFractionsDown(shifted);
	return { kind: "duration", units: shifted };
}

/** Applies a function to every unit. */
export function mapDuration(
	duration: DurationValue,
	change: (count: number) => number,
): DurationValue {
	const units: Partial<Record<DurationUnit, number>> = {};
	for (const unit of DURATION_UNITS) {
		const count = duration.units[unit];
		if (count !== undefined) units[unit] = change(count);
	}
	return { kind: "duration", units };
}

/** Adds two durations unit by unit. */
export function addDurations(left: DurationValue, right: DurationValue): DurationValue {
	const units: Partial<Record<DurationUnit, number>> = {};
	for (const unit of DURATION_UNITS) {
		const [a, b] = [left.units[unit], right.units[unit]];
		if (a !== undefined || b !== undefined) units[unit] = (a ?? 0) + (b ?? 0);
	}
	return { kind: "duration", units };
}

/** Tells whether two durations have the same count of every unit; 7 days are not a week. */
export function sameDuration(left: DurationValue, right: DurationValue): boolean {
	return DURATION_UNITS.every((unit) => (left.units[unit] ?? 0) === (right.units[unit] ?? 0));
}

function carryUp(units: Partial<Record<DurationUnit, number>>): void {
	const sign = durationMs({ kind: "duration", units }) < 0 ? -1 : 1;
	let smaller: DurationUnit | undefined;
	for (const unit of [...DURATION_UNITS].reverse()) {
		const count = units[unit];
		if (count === undefined) continue;
		if (smaller !== undefined) {
			const factor = CASUAL[unit][smaller];
			const low = units[smaller] ?? 0;
			const carry = Math.floor((low * sign) / factor);
			units[unit] = count + carry * sign;
			units[smaller] = low - carry * factor * sign;
		}
		smaller = unit;
	}
}

function carryFractionsDown(units: Partial<Record<DurationUnit, number>>): void {
	let larger: DurationUnit | undefined;
	for (const unit of DURATION_UNITS) {
		const count = units[unit];
		if (count === undefined) continue;
		if (larger !== undefined) {
			const high = units[larger] ?? 0;
			const fraction = high % 1;
			units[larger] = high - fraction;
			units[unit] = count + fraction * CASUAL[larger][unit];
		}
		larger = unit;
	}
}

/** How many of a smaller unit make one of a larger. The rows are luxon 3's casual conversion table. */
function matrix(): Record<DurationUnit, Record<DurationUnit, number>> {
	const below = (
		days: number,
	): Record<"hours" | "minutes" | "seconds" | "milliseconds", number> => ({
		hours: days * 24,
		minutes: days * 1440,
		seconds: days * 86_400,
		milliseconds: days * 86_400_000,
	});
	const none = { years: 0, months: 0, weeks: 0, days: 0, ...below(0) };
	return {
		years: { ...none, years: 1, months: 12, weeks: 52, days: 365, ...below(365) },
		months: { ...none, months: 1, weeks: 4, days: 30, ...below(30) },
		weeks: { ...none, weeks: 1, days: 7, ...below(7) },
		days: { ...none, days: 1, ...below(1) },
		hours: { ...none, hours: 1, minutes: 60, seconds: 3600, milliseconds: 3_600_000 },
		minutes: { ...none, minutes: 1, seconds: 60, milliseconds: 60_000 },
		seconds: { ...none, seconds: 1, milliseconds: 1000 },
		milliseconds: { ...none, milliseconds: 1 },
	};
}
