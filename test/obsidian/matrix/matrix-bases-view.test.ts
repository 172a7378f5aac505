import type { App, BasesEntry, BasesViewRegistration, QueryController } from "obsidian";
import { describe, expect, it } from "vitest";
import { hostOf } from "../../support/obsidian/host";
import { startPlugin, waitFor } from "../support/plugin";

const technique = (id: string, tactic: string): string =>
	`---\nattack_id: ${id}\nname: Name of ${id}\ntactics: [${tactic}]\ntags: [techniques]\n---\n`;
const rule = (id: string, techniques: string): string =>
	`---\nrule_id: ${id}\nvendor: sigma\ntitle: Rule ${id}\ntechniques: [${techniques}]\ntags: [detection_rule]\n---\n\n\`\`\`yaml\ntitle: Rule ${id}\ndetection:\n  a:\n    b: c\n  condition: a\n\`\`\`\n`;

const NOTES = {
	"Techniques/T1021.md": technique("T1021", "Lateral Movement"),
	"Techniques/T1078.md": technique("T1078", "Initial Access"),
	"Rules/one.md": rule("one", "T1021"),
	"Rules/two.md": rule("two", "T1021"),
};

interface Base {
	readonly element: HTMLElement;
	/** Gives the view other entries, as a base does after a change. */
	show(paths: readonly string[], options?: Readonly<Record<string, unknown>>): void;
}

/** A base with the plugin's view, over entries whose `weight` is their path's length. */
function openBase(app: App): Base {
	const plugin = hostOf(app).plugins.get("detection-vault") as unknown as {
		basesViewRegistrations__: Map<string, BasesViewRegistration>;
	};
	const registration = plugin.basesViewRegistrations__.get("detection-vault-matrix");
	if (registration === undefined) throw new Error("No view was registered");
	const element = document.body.createDiv();
	element.isShown = () => true;
	const view = registration.factory(null as unknown as QueryController, element);
	view.load();
	element.querySelectorAll("div").forEach((each) => (each.isShown = () => true));
	return {
		element,
		show(paths, options = {}) {
			const data = paths.map((path) => ({
				file: app.vault.getFileByPath(path),
				getValue: (name: string) =>
					name === "note.weight" ? { toString: () => String(path.length) } : null,
			})) as unknown as BasesEntry[];
			Object.assign(view, {
				data: { data },
				config: {
					get: (key: string) => options[key],
					getAsPropertyId: (key: string) => options[key] ?? null,
					getDisplayName: (name: string) => name,
				},
			});
			view.onDataUpdated();
		},
	};
}

const labels = (element: HTMLElement): readonly string[] =>
	Array.from(element.querySelectorAll("[data-technique]"), (cell) =>
		String(cell.getAttribute("aria-label")),
	);

describe("the matrix in a base", () => {
	it("shows the techniques of the entries, and how many entries name each", async () => {
		const app = await startPlugin(NOTES);
		const base = openBase(app);
		base.show(["Rules/one.md", "Rules/two.md", "Techniques/T1078.md"]);
		await waitFor(() => labels(base.element).length === 2);
		expect([...labels(base.element)].sort()).toEqual([
			"T1021 Name of T1021, Lateral Movement, 2 entries, step 2 of 5",
			"T1078 Name of T1078, Initial Access, 1 entry, step 1 of 5",
		]);
		base.show(["Rules/one.md"], { showAll: true });
		expect(labels(base.element)).toHaveLength(2);
		base.show(["Rules/one.md", "Rules/two.md"], { lens: "property", property: "note.weight" });
		expect(labels(base.element)).toEqual([
			"T1021 Name of T1021, Lateral Movement, score 12, step 1 of 1",
		]);
	});

	it("counts a sub-technique's entries in its technique, unless that is off", async () => {
		const app = await startPlugin({
			...NOTES,
			"Techniques/T1021.004.md": technique("T1021.004", "Lateral Movement"),
			"Rules/three.md": rule("three", "T1021.004"),
		});
		const base = openBase(app);
		base.show(["Rules/three.md"]);
		await waitFor(() => labels(base.element).length > 0);
		expect(labels(base.element)).toContain(
			"T1021 Name of T1021, Lateral Movement, 1 entry, step 1 of 5",
		);
		base.show(["Rules/three.md"], { rollUp: false });
		const [parent = ""] = labels(base.element).filter((label) => label.startsWith("T1021 "));
		expect(parent).not.toContain("entry");
	});

	it("says so where no entry names a technique", async () => {
		const app = await startPlugin(NOTES);
		const base = openBase(app);
		base.show([]);
		await waitFor(() => base.element.textContent.includes("No entry of this base"));
	});
});
