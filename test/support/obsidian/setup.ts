import { afterEach } from "vitest";
import { installObsidian } from "./install";

installObsidian();

afterEach(() => {
	document.body.replaceChildren();
});
