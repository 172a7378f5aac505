import type { App, WorkspaceLeaf } from "obsidian";
import { describe, expect, it } from "vitest";
import { errorsOf, openView, runCommand } from "../../support/obsidian/app";
import { startPlugin, waitFor } from "../support/plugin";

const VIEW = "detection-vault-matrix-view";
const NOTES = {
	"Techniques/T1021.md":
		"---\nattack_id: T1021\nname: Remote Services\ntactics: [Lateral Movement]\ntags: [techniques]\n---\n",
	"Techniques/T1021.004.md":
		'---\nattack_id: T1021.004\nname: "Remote Services: SSH"\nparent: T1021\ntactics: [Lateral Movement]\ntags: [techniques]\n---\n',
	"Techniques/T1078.md":
		"---\nattack_id: T1078\nname: Valid Accounts\ntactics: [Lateral Movement, Initial Access]\ntags: [techniques]\n---\n",
};

const cells = (app: App): readonly HTMLElement[] =>
	Array.from(app.workspace.containerEl.querySelectorAll<HTMLElement>("[data-technique]"));

const idsOf = (app: App): readonly string[] =>
	cells(app).map((cell) => cell.dataset["technique"] ?? "");

const stateOf = (leaf: WorkspaceLeaf): Record<string, unknown> => leaf.getViewState().state ?? {};

describe("the matrix in the main area", () => {
	it("is opened by its command, over technique notes alone where nothing was imported", async () => {
		const app = await startPlugin(NOTES);
		runCommand(app, "detection-vault:open-matrix");
		await waitFor(() => cells(app).length === 3);
		expect([...idsOf(app)].sort()).toEqual(["T1021", "T1078", "T1078"]);
		expect(errorsOf(app)).toEqual([]);
	});

	it("starts as it was left, and keeps what is changed", async () => {
		const app = await startPlugin(NOTES);
		const leaf = await openView(app, VIEW, { unfolded: ["T1021"], lens: "tests" });
		await waitFor(() => idsOf(app).includes("T1021.004"));
		expect(stateOf(leaf)["lens"]).toBe("tests");
		const [fold] = cells(app)
			.filter((cell) => cell.dataset["technique"] === "T1021")
			.map((cell) => cell.querySelector("button"));
		fold?.click();
		await waitFor(() => !idsOf(app).includes("T1021.004"));
		expect(stateOf(leaf)["unfolded"]).toEqual([]);
	});
});
