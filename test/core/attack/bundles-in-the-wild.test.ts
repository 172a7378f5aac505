import { describe, expect, it } from "vitest";
import { bundleText, technique } from "./stix-builder";
import { readAttackBundle } from "../../support/read-attack";

const read = (value: unknown) => readAttackBundle("x.json", JSON.stringify(value));

function idsOf(value: unknown): readonly string[] {
	const records = read(value).bundle?.records ?? [];
	return records.flatMap((record) => (record.kind === "technique" ? record.attackId : []));
}

describe("STIX without a bundle around it", () => {
	it("may be a TAXII envelope", () => {
		expect(idsOf({ more: false, objects: [technique("T1021")] })).toEqual(["T1021"]);
	});

	it("may be a list of objects", () => {
		expect(idsOf([technique("T1021"), technique("T1059")])).toEqual(["T1021", "T1059"]);
	});

	it("is refused where it is the index of releases, and called so", () => {
		const index = { id: "1", name: "Releases", collections: [{ id: "x", versions: [] }] };
		expect(read(index).problems).toMatchObject([
			{ code: "read-unrecognised", message: expect.stringContaining("index of ATT&CK releases") },
		]);
	});
});

describe("the id of a technique", () => {
	it.each(["mitre-attack", "MITRE ATT&CK", "mitre_attack", "mitre-ics-attack"])(
		"is that of the reference to %s",
		(source) => {
			const references = [{ source_name: source, external_id: "T1021" }];
			expect(idsOf([technique("T1", { external_references: references })])).toEqual(["T1021"]);
		},
	);

	it("may stand in x_mitre_id alone, as threat intelligence platforms export it", () => {
		const exported = technique("T1", { external_references: [], x_mitre_id: "T1021.004" });
		expect(idsOf([exported])).toEqual(["T1021.004"]);
	});

	it("of an organisation's own is told with what it says", () => {
		const { problems } = readAttackBundle("x.json", bundleText(technique("ACME-T9001")));
		expect(problems[0]?.message).toContain('its id "ACME-T9001" is no technique\'s');
	});
});

describe("attack patterns of other catalogues", () => {
	const pattern = (source: string, id: string) =>
		technique(id, { external_references: [{ source_name: source, external_id: id }] });

	it("are counted, not called malformed", () => {
		const others = [pattern("capec", "CAPEC-1"), pattern("capec", "CAPEC-2"), pattern("x", "X1")];
		const { bundle, problems } = read({ objects: [technique("T1021"), ...others] });
		expect(bundle?.records).toHaveLength(1);
		expect(problems).toMatchObject([
			{
				severity: "info",
				message: "attack patterns of other catalogues were left out: 2 of capec, 1 of x",
			},
		]);
	});

	it("alone are no bundle of ATT&CK", () => {
		const { bundle, problems } = read({ objects: [pattern("capec", "CAPEC-1")] });
		expect(bundle).toBeUndefined();
		expect(problems).toHaveLength(1);
	});
});
