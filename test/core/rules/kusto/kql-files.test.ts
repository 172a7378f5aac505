import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

test("a header of comments is metadata", () => {
	expect(readOnlyRule("kusto/header.kql")).toMatchObject({
		title: "Local admin added",
		description: "Somebody was made a local administrator.",
		author: "Example Person",
		level: "high",
		techniques: ["T1098", "T1136.001"],
		tactics: ["persistence", "privilege-escalation"],
		created: "2025-02-03",
		sourceRef: "1.4",
		references: ["https://example.com/a", "https://example.com/b"],
		otherTags: ["admin", "local"],
		dataSources: ["Windows Security Events"],
		tables: ["SecurityEvent"],
		textLanguage: "kql",
		text: openFixture("kusto/header.kql").text,
	});
});

test("a comment that names another product makes the next query a restatement", () => {
	const rule = readOnlyRule("kusto/two-products.kql");
	expect(rule.title).toBe("Detect when a mailbox forward is created");
	expect(rule.queries.map(({ label, line }) => [label, line])).toEqual([
		["Microsoft Sentinel", 1],
		["Advanced Hunting", 10],
	]);
	expect(readOnlyRule("kusto/connector-product.kql").queries.map(({ label }) => label)).toEqual([
		null,
		"Advanced Hunting",
	]);
});

test("queries that blank lines part are rules, each with the comments above it", () => {
	const { rules } = readFixture("kusto/several.kql");
	expect(rules.map(({ id, title, line }) => [id, title, line])).toEqual([
		["kusto:several.kql:1", "Sign-in statistics - Top locations", 1],
		["kusto:several.kql:2", "Sign-in statistics - Top users, see T1078", 8],
		["kusto:several.kql:3", "Sign-in statistics", 16],
	]);
	expect(rules.map(({ techniques }) => techniques)).toEqual([[], ["T1078"], []]);
	expect(rules[0]?.text.endsWith("//by number")).toBe(true);
	expect(rules[2]?.tables).toEqual(["SigninLogs", "AADNonInteractiveUserSignInLogs"]);
});

test("blank lines inside a query part nothing", () => {
	const rule = readOnlyRule("kusto/blank-lines.kql");
	expect(rule.queries).toHaveLength(1);
	expect(rule.tables).toEqual(["DeviceProcessEvents"]);
	expect(rule.title).toBe("blank lines");
});

test("a file name that a person wrote is the title; a comment is, where the name is no title", () => {
	const text = openFixture("kusto/human named file.txt").text;
	expect(readOnlyRule("kusto/human named file.txt").title).toBe("human named file");
	expect(rulesOf(readText("UsbDrives.kql", text)).rules[0]?.title).toBe(
		"This query finds USB drives",
	);
	const plain = "SigninLogs\n| take 1\n";
	expect(
		rulesOf(readText("IdentityInfo-FindMFAGuests_CVE-2026-1234.kql", plain)).rules[0]?.title,
	).toBe("Identity Info Find MFA Guests CVE-2026-1234");
});

test("prose is no query, comments alone are none", () => {
	expect(readRuleFile(openFixture("kusto/notes.txt")).kind).toBe("none");
	expect(readRuleFile(openFixture("kusto/invalid/comments-only.kql"))).toMatchObject({
		kind: "none",
		reason: "KQL without a query, only comments",
	});
});

test("a byte order mark and zero-width characters are kept in the text and no part of names", () => {
	const text = "\uFEFF// Sign\u200B-ins at night\nSigninLogs\n| where x\u200B == 1\n";
	const [rule] = rulesOf(readText("Night.kql", text)).rules;
	expect(rule).toMatchObject({ title: "Sign-ins at night", tables: ["SigninLogs"], text });
});

test.each([
	["// Created by Example Person", "Example Person"],
	["// Written by @example", "@example"],
	["// Created by a scheduled task", null],
])("%s states the author where a name follows", (comment, author) => {
	const text = `${comment}\n// Loads of old drivers\nDeviceEvents\n| where FileName endswith ".sys"\n`;
	const [rule] = rulesOf(readText("old-drivers.kql", text)).rules;
	expect(rule?.author ?? null).toBe(author);
	if (author !== null) expect(rule?.title).toBe("Loads of old drivers");
});
