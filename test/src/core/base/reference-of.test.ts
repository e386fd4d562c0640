import { expect, test } from 'vitest';
import { referenceOf, shortReference } from '#core/base/reference-of.ts';

test('the short reference has the project and the number, without the groups', () => {
	const reference = referenceOf({ project: 'example/tools/widget', iid: 12 });
	expect(reference).toBe('example/tools/widget#12');
	expect(shortReference(reference)).toBe('widget#12');
});
