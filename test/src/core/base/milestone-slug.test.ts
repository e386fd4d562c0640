import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { anyCharacter } from '../../../any-character.ts';

describe('the address of a milestone', () => {
	test.each([
		{ title: '19.7', slug: '19.7', why: 'a version stays as it is' },
		{ title: '19.10', slug: '19.10', why: 'and is not the one before' },
		{ title: 'FY27-Q1', slug: 'FY27-Q1', why: 'letters and hyphens stay' },
		{ title: '<b>', slug: '_3cb_3e', why: 'nothing is left of HTML' },
		{ title: 'a b', slug: 'a_20b', why: 'a space is written out' },
		{ title: 'a/b', slug: 'a_2fb', why: 'a slash makes no folder' },
		{ title: '..', slug: '_2e_2e', why: 'and dots lead to none above' },
		{ title: '.a.', slug: '_2ea_2e', why: 'nor do they hide it' },
		{ title: 'a_20b', slug: 'a_5f20b', why: 'what looks written out is no other title' },
		{ title: 'Übung', slug: '_c3_9cbung', why: 'an accent is two bytes' },
	])('of $title is $slug: $why', ({ title, slug }) => {
		expect(toMilestoneSlug(title)).toBe(slug);
	});

	test('is safe and short enough for a file name, whatever the title', () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, minLength: 1, maxLength: 300 }), (title) => {
				expect(toMilestoneSlug(title)).toMatch(/^(?!\.)[A-Za-z0-9._-]{1,100}(?<!\.)$/);
			}),
			{ seed: 19, numRuns: 300 },
		);
	});

	test('is another one for another title', () => {
		const titles = fc.string({ minLength: 1, maxLength: 80 });
		fc.assert(
			fc.property(titles, titles, (one, other) => {
				expect(toMilestoneSlug(one) === toMilestoneSlug(other)).toBe(one === other);
			}),
			{ seed: 7, numRuns: 300 },
		);
		const long = 'long '.repeat(50);
		expect(toMilestoneSlug(`${long}1`)).not.toBe(toMilestoneSlug(`${long}2`));
	});
});
