import { listPredicates } from "../list-predicates";
import type { KqlFlow } from "./kql-flow";
import { lengthOf } from "./kql-functions";
import type { KqlBinding } from "./kql-scope";
import type { KqlSession } from "./kql-session";
import type { KqlPipeline } from "./kql-tree";

/** The predicates that each function gave so far, so that a call with other arguments counts only where it brings some of its own. */
export class KqlCalls {
	private readonly session: KqlSession;
	private readonly found = new Map<KqlBinding | KqlPipeline, Set<string>>();

	/** Bounds the text that is read again. */
	private budget: number;

	constructor(session: KqlSession) {
		this.session = session;
		this.budget = 20_000 + 4 * session.text.length;
	}

	/** Remembers what a function's first call gave. */
	note(binding: KqlBinding, flow: KqlFlow): void {
		if (binding.kind === "function" && binding.parameters.length > 0) this.brings(binding, flow);
	}

	/**
	 * Reads another call of a function that was noted, and tells whether it brings predicates that none brought before; undefined for other
	 * names, within the function itself, and where calls lead on and on.
	 */
	readAgain(
		binding: KqlBinding,
		read: () => KqlFlow,
	): { readonly flow: KqlFlow; readonly isNew: boolean } | undefined {
		const { session } = this;
		const found = this.found.get(binding);
		if (found === undefined || binding.kind !== "function") return undefined;
		this.budget -= lengthOf(binding.body) + 100;
		if (this.budget < 0) return undefined;
		this.found.delete(binding);
		const flow = session.follow(() => this.readAfresh(read), undefined);
		this.found.set(binding, found);
		return flow && { flow, isNew: this.brings(binding, flow) };
	}

	/** Reads queries as though none of them had been read before. */
	readAfresh(read: () => KqlFlow): KqlFlow {
		const { session } = this;
		const { lowered } = session;
		session.lowered = new Map();
		const flow = read();
		for (const [pipeline, part] of session.lowered) lowered.set(pipeline, part);
		session.lowered = lowered;
		return flow;
	}

	/** Whether rows have predicates that none had that were made of the same text before. */
	brings(text: KqlBinding | KqlPipeline, flow: KqlFlow): boolean {
		const found = this.found.get(text) ?? new Set();
		const before = found.size;
		for (const line of describe(flow)) found.add(line);
		this.found.set(text, found);
		return found.size > before;
	}
}

/** The predicates of rows, each in one line. */
function describe(flow: KqlFlow): readonly string[] {
	return listPredicates(flow.whole).map(({ isNegated, predicate }) => {
		const { field, op, transform, terms } = predicate;
		return JSON.stringify([isNegated, field, op, transform, terms.map(({ value }) => value)]);
	});
}
