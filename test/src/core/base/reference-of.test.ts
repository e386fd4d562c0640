import { expect, test } from 'vitest';
import { anIssueOfDay } from '../../../builders.ts';
import { referenceOf, shortReference } from '#core/base/reference-of.ts';

test('the short reference has the project and the number, without the groups', () => {
	const reference = referenceOf(anIssueOfDay({ iid: 12 }));
	expect(reference).toBe('example/tools/widget#12');
	expect(shortReference(reference)).toBe('widget#12');
});
