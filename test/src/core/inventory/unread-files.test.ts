import { describe, expect, test } from 'vitest';
import {
	describeUnread,
	isReadLater,
	needsForUnread,
	sortUnread,
} from '#core/inventory/unread-files.ts';
import { WhyUnread } from '#model/project.ts';

const later: readonly WhyUnread[] = ['not got', 'archive refused', 'archive too large'];

describe('an unread file', () => {
	test('that was not got is said by its name, and is what the next pull tries again', () => {
		const unread = { file: 'ci/odd (name).yml', why: 'not got' as const };
		expect(describeUnread(unread)).toBe('ci/odd (name).yml');
		expect(needsForUnread(unread)).toBe('The next pull.');
	});

	test.each(WhyUnread.options)('says why, and what it would take: %s', (why) => {
		const isLater = later.includes(why);
		for (const file of [null, 'ci/a.yml']) {
			const unread = { file, why };
			expect(isReadLater(unread)).toBe(isLater);
			expect(describeUnread(unread)).toContain(file ?? 'Included files');
			if (why !== 'not got') expect(describeUnread(unread)).toContain(`(${why})`);
			if (!isLater) expect(needsForUnread(unread)).not.toContain('next pull');
		}
	});
});

test('unread files are sorted, and each is there once', () => {
	const a = { file: 'a.yml', why: 'too large' as const };
	const b = { file: 'b.yml', why: 'not got' as const };
	const others = { file: null, why: 'too deep' as const };
	expect(sortUnread([b, others, a, { ...others }])).toEqual([others, a, b]);
});
