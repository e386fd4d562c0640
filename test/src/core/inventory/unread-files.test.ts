import { describe, expect, test } from 'vitest';
import {
	isReadLater,
	needsForUnread,
	noteNeverRead,
	pathOfUnread,
} from '#core/inventory/unread-files.ts';

describe('an unread file', () => {
	test.each(['go.mod', '.gitlab-ci.yml', 'ci/a.yml', 'ci/odd (name).yml'])(
		'is what the next pull tries again: %s',
		(file) => {
			expect(isReadLater(file)).toBe(true);
			expect(pathOfUnread(file)).toBe(file);
			expect(needsForUnread(file)).toBe('The next pull.');
		},
	);

	test.each(['too deep', 'too many', 'too large', 'unreadable', 'no plain path'] as const)(
		'that no pull reads says what it would take: %s',
		(why) => {
			for (const note of [noteNeverRead(why), noteNeverRead(why, 'ci/a.yml')]) {
				expect(isReadLater(note)).toBe(false);
				expect(note).toContain(pathOfUnread(note));
				expect(pathOfUnread(note)).not.toContain(why);
				expect(needsForUnread(note)).not.toContain('next pull');
			}
		},
	);
});
