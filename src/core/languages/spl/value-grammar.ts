import type { Condition } from "../../model/detection";
import { parseLogic, type LogicGrammar, type LogicOperator } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import type { SplToken } from "./spl-token";

/** What a search joins conditions with, and how it reports that one is missing. */
type Search = Pick<LogicGrammar<SplToken>, "operatorAt" | "isNot"> & { giveUp(): Condition };

/** The values of `field=(a OR b)`; `compare` reads one and makes the field's comparison with it. */
export class ValueGrammar implements LogicGrammar<SplToken> {
	readonly notPower = 3;
	private readonly search: Search;
	private readonly compare: () => Condition;

	constructor(search: Search, compare: () => Condition) {
		this.search = search;
		this.compare = compare;
	}

	operatorAt(cursor: TokenCursor<SplToken>): LogicOperator | undefined {
		return this.search.operatorAt(cursor);
	}

	isNot(cursor: TokenCursor<SplToken>): boolean {
		return this.search.isNot(cursor);
	}

	operand(cursor: TokenCursor<SplToken>, depth: number): Condition {
		const token = cursor.peek();
		if (token !== undefined && token.kind !== "symbol") return this.compare();
		if (token?.text !== "(") return this.search.giveUp();
		cursor.take();
		const inner = parseLogic(cursor, this, depth + 1);
		cursor.expect(")");
		return inner;
	}
}
