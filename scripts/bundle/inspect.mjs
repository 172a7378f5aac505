import { parse } from "acorn";

function* nodesOf(node) {
	if (Array.isArray(node)) {
		for (const child of node) yield* nodesOf(child);
	} else if (node !== null && typeof node === "object") {
		if (typeof node.type === "string") yield node;
		for (const child of Object.values(node)) yield* nodesOf(child);
	}
}

function describeEvaluation(node) {
	if (node.type === "Identifier" && node.name === "eval") return "names eval";
	if (node.type !== "NewExpression" && node.type !== "CallExpression") return undefined;
	const isFunction = node.callee.type === "Identifier" && node.callee.name === "Function";
	return isFunction ? "calls the Function constructor" : undefined;
}

/**
 * Lists what a bundle must not contain.
 *
 * @param name the bundle's file name, for the messages
 * @param code the bundle's text
 * @param external the modules it leaves to its host
 * @param isAllowed tells whether the host has a module
 */
export function findFaults({ name, code, external, isAllowed }) {
	const faults = [];
	for (const path of new Set(external)) {
		if (!isAllowed(path)) faults.push(`${name} imports ${path}`);
	}
	const options = { ecmaVersion: "latest", sourceType: "module", allowHashBang: true };
	for (const node of nodesOf(parse(code, options))) {
		const fault = describeEvaluation(node);
		if (fault !== undefined) faults.push(`${name} ${fault} at offset ${node.start}`);
	}
	// The same in strings: a reader who searches the bundle should find nothing to explain.
	for (const pattern of [/\beval\(/, /\bnew Function\b/]) {
		const at = code.search(pattern);
		if (at !== -1) faults.push(`${name} contains ${pattern.source} at offset ${at}`);
	}
	return faults;
}
