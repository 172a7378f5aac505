import type { FormatNumber } from "./counts";

/** Text of the technique matrix. */
export function matrixText(number: FormatNumber) {
	const counted = (one: string, many: string) => (count: number) =>
		count === 1 ? `1 ${one}` : `${number(count)} ${many}`;
	const techniques = counted("technique", "techniques");
	const percent = (share: number) => `${number(roundShare(share))} %`;
	return {
		title: "Technique matrix",
		titleOf: (domain: string) => `Technique matrix: ${domain}`,
		open: "Open the technique matrix",
		domains: { enterprise: "Enterprise", mobile: "Mobile", ics: "ICS" },
		domain: "Domain",
		...lensTexts(percent, number),
		...toolbarTexts(number),
		techniques,
		rules: counted("rule", "rules"),
		tests: counted("test", "tests"),
		users: counted("user", "users"),
		score: (amount: number) => `score ${number(amount)}`,
		understood: (share: number) => `${percent(share)} understood`,
		nothing: "nothing",
		notReadYet: "not counted yet",
		...runTexts(number),
		percent,
		number,
		step: (step: number, steps: number) => `step ${number(step)} of ${number(steps)}`,
		noNote: "no note",
		grid: (domain: string, lens: string) => `Techniques of ${domain} by tactic, ${lens}`,
		subTechniques: counted("sub-technique", "sub-techniques"),
		unfold: (id: string) => `Show the sub-techniques of ${id}`,
		fold: (id: string) => `Hide the sub-techniques of ${id}`,
		tactic: (name: string, count: number) => `${name}, ${techniques(count)}`,
		legend: "Legend",
		...sideTexts(number),
		...emptyTexts(number),
		exports: {
			...{
				title: "Export",
				svg: "As SVG",
				png: "As PNG",
				csv: "As CSV",
				layer: "As Navigator layer",
			},
			saved: (path: string) => `Saved as ${path}`,
			failed: (reason: string) => `The file could not be saved: ${reason}`,
			tactic: "Tactic",
			id: "ID",
			technique: "Technique",
			parent: "Sub-technique of",
			layerNote: (lens: string) => `${lens}, from the notes of this vault.`,
		},
		base: {
			...{ name: "Technique matrix", lens: "Number in a cell", entries: "Entries of this base" },
			...{ property: "A property", propertyToShow: "Property", rollUp: "Count sub-techniques in" },
			all: "Show techniques without an entry",
			amount: "Highest value",
			named: counted("entry", "entries"),
			none: "No entry of this base names a technique of this domain.",
			noneHint:
				"Technique, rule and runbook notes do. The option to show techniques without an entry draws the whole matrix.",
		},
	};
}

/** A share as a percentage. What is not all is never told as all, what is not nothing never as nothing. */
function roundShare(share: number): number {
	if (share <= 0 || share >= 1) return Math.round(share * 100);
	return Math.min(99, Math.max(1, Math.round(share * 100)));
}

function lensTexts(percent: (share: number) => string, number: FormatNumber) {
	return {
		lens: "Lens",
		compare: "Compare with",
		noComparison: "No comparison",
		lenses: {
			rules: "Rules",
			allRules: "All rules",
			vendor: (name: string) => `Rules of ${name}`,
			level: (level: string) => `Rules of level ${level} and up`,
			topLevel: (level: string) => `Rules of level ${level}`,
			knowledge: "Quality and use",
			parsed: "Share of rules understood",
			tests: "Tests",
			actors: "Used by groups and campaigns",
			usedBy: (names: string) => `Used by ${names}`,
			usedByMany: (count: number) => `Used by ${number(count)} groups and campaigns`,
			proven: "Rules proven by a run",
			lastRun: "Last execution",
			outcome: "Outcome of the last execution",
			layers: "Layers",
		},
		meetings: {
			neither: "In neither",
			first: (name: string) => `Only: ${name}`,
			second: (name: string) => `Only: ${name}`,
			both: "In both",
		},
		steps: {
			none: "None",
			one: (from: number) => number(from),
			between: (from: number, to: number) => `${number(from)} to ${number(to)}`,
			from: (from: number) => `${number(from)} and more`,
			shareFrom: (from: number) => `${percent(from)} and more`,
			whole: percent(1),
			daysWithin: (days: number) => `Within ${number(days)} days`,
			daysBefore: (days: number) => `More than ${number(days)} days ago`,
			present: "In the layer",
		},
	};
}

function runTexts(number: FormatNumber) {
	return {
		outcomes: {
			...{
				tbd: "Not decided",
				"not-detected": "Not detected",
				detected: "Detected",
				blocked: "Blocked",
			},
		},
		ages: {
			never: "never run",
			unknown: "no date",
			someTime: "run, without a date",
			short: (days: number) => `${number(days)} d`,
			spoken: (days: number) =>
				days === 0 ? "run today" : `run ${number(days)} ${days === 1 ? "day" : "days"} ago`,
		},
		part: (some: number, all: number) => `${number(some)}/${number(all)}`,
		proven: (some: number, all: number) => `${number(some)} of ${number(all)} rules fired`,
		noneProven: "no rule fired",
	};
}

function toolbarTexts(number: FormatNumber) {
	return {
		search: "Find a technique",
		searchHint: "ID or name",
		hideOthers: "Hide what does not match",
		found: (count: number) => `${number(count)} found`,
		rollUp: "With sub-techniques",
		onlyGaps: "Only gaps",
		options: "Filters",
		optionsOn: (count: number) => `Filters, ${number(count)} on`,
		clear: "Clear filters",
		unfoldAll: "Show all sub-techniques",
		foldAll: "Hide all sub-techniques",
		goToTactic: "Go to tactic",
		platforms: "Platforms",
		tactics: "Tactics",
		vendors: "Vendors",
		statuses: "Status",
		dataSources: "Data sources",
		actors: "Groups and campaigns",
		noStatus: "No status",
		leastLevel: "Level from",
		anyLevel: "Any level",
		all: "all",
		unchosen: "none chosen",
		chosen: (count: number) => number(count),
		choose: (name: string) => `Choose: ${name}`,
		findChoice: "Find in the list",
		moreChoices: (count: number) => `${number(count)} more: type to find them`,
		clearChoice: "Clear",
		noChoice: "Nothing found",
		chooseActors: "Choose groups or campaigns to see what they use.",
		layerFaults: (count: number) =>
			count === 1
				? "1 fault in the files of layers: see below the filters."
				: `${number(count)} faults in the files of layers: see below the filters.`,
		actorKinds: { group: "group", campaign: "campaign" },
	};
}

function sideTexts(number: FormatNumber) {
	const techniques = (count: number) =>
		count === 1 ? "1 technique" : `${number(count)} techniques`;
	const filtered = (count: number) => (count === 1 ? "1 filter" : `${number(count)} filters`);
	const counted = (count: number) => (count === 1 ? "1 gap" : `${number(count)} gaps`);
	return {
		gaps: "Gaps",
		gapCount: counted,
		gapsUnder: (lens: string) => `Techniques with nothing under “${lens}”`,
		gapsBetween: (asking: string, other: string) =>
			`Techniques in “${asking}” and not in “${other}”`,
		noGaps: "There is no gap among the techniques shown.",
		showAllGaps: (count: number) => `Show all ${number(count)}`,
		copyGaps: "Copy as a Markdown list",
		noteGaps: "Save as a note",
		gapShare: (gaps: number, all: number, domain: string, filters: number) =>
			`${number(gaps)} of the ${techniques(all)} of ${domain} that are shown${filters === 0 ? "" : `, with ${filtered(filters)} on`}.`,
		gapNote: (date: string) => `Gaps ${date}`,
		noted: (path: string) => `Wrote ${path}`,
		behind: (id: string) => `Notes behind ${id}`,
		closeSide: "Close the list",
		menu: {
			...{ open: "Open the technique", newTab: "Open in a new tab", copyId: "Copy the ID" },
			copyName: "Copy the name",
			notes: (count: number) =>
				count === 1 ? "List the note behind it" : `List the ${number(count)} notes behind it`,
		},
	};
}

function emptyTexts(number: FormatNumber) {
	return {
		empty: "This vault has no techniques yet",
		emptyHint:
			"The matrix is drawn from ATT&CK and the technique notes of this vault. An import brings both.",
		import: "Import sources",
		noMatch: "No technique is left",
		noMatchHint: "No technique of this domain passes the filters.",
		reading: (done: number, total: number) =>
			`Reading ${number(done)} of ${number(total)} notes: the numbers follow`,
		counting: "Counting",
		failed: "The matrix could not be drawn",
	};
}
