import { describe } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { describeNoteStore } from "../../contracts/ports/note-store";

describe("a vault in memory", () => {
	describeNoteStore(() => createMemoryNotes());
});
