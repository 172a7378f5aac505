type Delegate = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;

interface Listened {
	readonly type: string;
	readonly selector: string;
	readonly callback: Delegate;
	readonly listener: (event: Event) => void;
}

const delegates = new WeakMap<HTMLElement, Listened[]>();

const elementMembers: Record<string, unknown> & ThisType<HTMLElement> = {
	on(type: string, selector: string, callback: Delegate, options?: AddEventListenerOptions) {
		const listener = (event: Event): void => {
			const origin = event.target instanceof Element ? event.target.closest(selector) : null;
			if (origin instanceof HTMLElement && this.contains(origin))
				callback.call(this, event, origin);
		};
		const listened = delegates.get(this) ?? [];
		delegates.set(this, [...listened, { type, selector, callback, listener }]);
		this.addEventListener(type, listener, options);
	},
	off(type: string, selector: string, callback: Delegate, options?: AddEventListenerOptions) {
		for (const entry of delegates.get(this) ?? []) {
			const isSame = entry.type === type && entry.selector === selector;
			if (isSame && entry.callback === callback) {
				this.removeEventListener(type, entry.listener, options);
			}
		}
	},
	onNodeInserted(callback: () => unknown) {
		const timer = setTimeout(callback);
		return () => clearTimeout(timer);
	},
	onWindowMigrated() {
		return () => undefined;
	},
	isShown() {
		return this.isConnected && this.style.display !== "none";
	},
};

/** Repairs the element helpers that take their callback from the wrong argument. */
export function installDom(): void {
	Object.assign(HTMLElement.prototype, elementMembers);
}
