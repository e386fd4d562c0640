import { expect, test } from 'vitest';
import { findMissing } from '#core/plan-changes/find-missing.ts';
import { aPlanOfDay, anIssueOfDay } from '../../../builders.ts';

test('missing is what was in a milestone that was asked for again, and is in no list', () => {
	const kept = aPlanOfDay({
		issues: [
			anIssueOfDay({ iid: 1 }),
			anIssueOfDay({ iid: 2 }),
			anIssueOfDay({ iid: 3, milestone: '19.6' }),
			anIssueOfDay({ iid: 4, milestone: null }),
			anIssueOfDay({ iid: 1, project: 'example/cars' }),
		],
	});
	const listed = [anIssueOfDay({ iid: 1, milestone: '19.8' })];
	const missing = findMissing(kept, ['19.7', '19.8'], listed);
	expect(missing.map(({ project, iid }) => `${project}#${String(iid)}`)).toEqual([
		'example/tools/widget#2',
		'example/cars#1',
	]);
});
