/**
 * Replaces members of a mock's prototype. `Self` is what the replacements use of the instance,
 * private fields of the mock included.
 */
export function patch<Self>(
	mock: { prototype: object },
	members: Record<string, unknown> & ThisType<Self>,
): void {
	Object.assign(mock.prototype, members);
}

/** A member of a mock's prototype as it is now, to be called by its replacement. */
export function memberOf<Member>(mock: { prototype: object }, name: string): Member {
	return (mock.prototype as Record<string, Member>)[name] as Member;
}
