/** For parsers that throw at what they cannot read: it is `undefined` then. */
export function orUndefined<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
