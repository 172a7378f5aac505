import { Component, h } from "preact";
import type { ComponentType, FunctionComponent } from "preact";

/** Draws a component again only when one of its properties is another one. */
export function memo<P extends object>(view: FunctionComponent<P>): ComponentType<P> {
	return class Memo extends Component<P> {
		override shouldComponentUpdate(next: Readonly<P>): boolean {
			return !sameProperties(this.props, next);
		}
		override render() {
			return h(view, this.props as P);
		}
	};
}

function sameProperties(a: object, b: object): boolean {
	const left = Object.entries(a);
	const right = new Map<string, unknown>(Object.entries(b));
	return (
		left.length === right.size && left.every(([key, value]) => Object.is(right.get(key), value))
	);
}
