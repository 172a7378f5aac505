import { expect, test } from "vitest";
import { nameAsimSource } from "../../../../src/core/taxonomy/fields/name-asim-source";

test.each([
	["_Im_ProcessCreate", "Asim.process"],
	["imProcessTerminate", "Asim.process"],
	["vimProcessCreateMicrosoftSysmon", "Asim.process"],
	["ASimNetworkSessionLogs", "Asim.network"],
	["_ASim_Dns", "Asim.dns"],
	["imWebSession", "Asim.web"],
	["ASimUserManagementActivityLogs", "Asim.user"],
	["DeviceProcessEvents", "DeviceProcessEvents"],
	["ImpervaAttackAnalytics", "ImpervaAttackAnalytics"],
	["Images", "Images"],
	["", ""],
])("%s is %s", (name, source) => {
	expect(nameAsimSource(name)).toBe(source);
});
