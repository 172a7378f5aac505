import { expect, test } from "vitest";
import { bundleText, technique, type StixObject } from "./stix-builder";
import { readAttackBundle } from "../../support/read-attack";

/** A tactic as enterprise bundles before v11 have it: nothing says its domain. */
function tactic(id: string, more: StixObject = {}): StixObject {
	return {
		type: "x-mitre-tactic",
		id: `x-mitre-tactic--${id}`,
		name: `Tactic ${id}`,
		x_mitre_shortname: id.toLowerCase(),
		external_references: [{ source_name: "mitre-attack", external_id: id }],
		...more,
	};
}

const matrix: StixObject = {
	type: "x-mitre-matrix",
	id: "x-mitre-matrix--1",
	name: "Matrix",
	external_references: [{ source_name: "mitre-attack", external_id: "mobile-attack" }],
};

test("an object that states no domain is of its bundle's, though the matrix stands behind it", () => {
	const text = bundleText(tactic("TA0001"), technique("T1001"), tactic("TA0002"), matrix);
	const { bundle } = readAttackBundle("x.json", text);
	expect(bundle?.domain).toBe("mobile");
	expect(
		bundle?.records.map((record) => [record.stixId, "domain" in record ? record.domain : null]),
	).toEqual([
		["x-mitre-tactic--TA0001", "mobile"],
		["attack-pattern--T1001", "enterprise"],
		["x-mitre-tactic--TA0002", "mobile"],
		["x-mitre-matrix--1", "mobile"],
	]);
});

test("without a matrix the first technique that states one gives the domain, else the file's name", () => {
	const stated = bundleText(tactic("TA0001"), technique("T1001"));
	expect(readAttackBundle("ics-attack.json", stated).bundle?.domain).toBe("enterprise");
	const silent = bundleText(tactic("TA0001"));
	expect(readAttackBundle("ics-attack.json", silent).bundle?.domain).toBe("ics");
	expect(readAttackBundle("x.json", silent).bundle?.domain).toBe("enterprise");
});

test("what is wrong is told in the order of the objects", () => {
	const text = bundleText(tactic("TA0001", { name: 1, x_mitre_shortname: [] }), null, matrix);
	const { problems } = readAttackBundle("x.json", text);
	expect(problems.map(({ message }) => message)).toEqual([
		'object 1 (x-mitre-tactic--TA0001) is malformed: "x_mitre_shortname" is no text',
		"object 2 is malformed: it is no object",
	]);
});
