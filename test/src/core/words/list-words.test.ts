import { describe, expect, test } from 'vitest';
import { describeBanner, listStateWording, sourceOf, sourcesOf } from '#core/words/list-words.ts';
import { aSnapshot } from '../../../builders.ts';
import { mapLists, type About, type ListName, type ListState } from '#model/snapshot.ts';

const fresh: ListState = { state: 'fresh', rows: 3, pulledAt: '2026-11-23T08:30:00Z' };
const older: ListState = { ...fresh, pulledAt: '2026-11-22T08:30:00Z' };
const stale: ListState = { ...older, state: 'stale', reason: 'GitLab did not answer.' };
const missing: ListState = { state: 'missing', reason: 'No token.' };
const hidden: ListState = { ...missing, hidden: true, reason: 'GitLab answered 404.' };

const lists: About['lists'] = {
	...mapLists<About['lists']>(() => fresh),
	consumers: { ...fresh, rows: 9 },
	milestones: older,
	issues: stale,
	'planning-issues': { ...stale, reason: 'It gave less than half of the rows.' },
	groups: missing,
	members: missing,
	named: hidden,
};

test('sample rows are never called fresh, but what is missing is missing', () => {
	expect(listStateWording(fresh, { sample: false }).word).toBe('Fresh');
	expect(listStateWording(fresh, { sample: true }).word).toBe('Sample');
	expect(listStateWording(missing, { sample: true }).word).toBe('Missing');
	expect(listStateWording(hidden, { sample: false }).word).toBe('Not public');
});

describe('a list is from where it was asked for', () => {
	const about = {
		source: 'https://example.com/gitlab',
		teamSource: 'https://people.example.org/company/team.yml',
	};

	test('the rosters from a host of their own, all others from GitLab', () => {
		expect(sourceOf(about, 'members')).toBe('example.com/gitlab');
		expect(sourceOf(about, 'team')).toBe('people.example.org');
	});

	test.each<{ of: ListName[]; says: string; why: string }>([
		{ of: ['team'], says: 'people.example.org', why: 'the rosters alone' },
		{ of: ['groups', 'members'], says: 'example.com/gitlab', why: 'one source, said once' },
		{ of: ['members', 'team'], says: 'example.com/gitlab and people.example.org', why: 'both' },
		{ of: [], says: 'example.com/gitlab', why: 'the snapshot as a whole' },
	])('$of: $says, $why', ({ of, says }) => {
		expect(sourcesOf(about, of)).toBe(says);
	});
});

describe('the banner of a page', () => {
	const bannerOf = (of: ListName[], sample = false) =>
		describeBanner({ ...aSnapshot().about, lists, sample }, of);

	test.each<{ of: ListName[]; sample?: boolean; state: string; why: string }>([
		{ of: ['projects', 'consumers'], state: 'fresh', why: 'all are' },
		{ of: ['projects'], sample: true, state: 'sample', why: 'what is invented is never fresh' },
		{ of: ['projects', 'issues'], state: 'stale', why: 'one of them is' },
		{ of: ['issues'], sample: true, state: 'stale', why: 'stale is worse than invented' },
		{ of: ['projects', 'members'], state: 'stale', why: 'one is missing, and there are others' },
		{ of: ['groups', 'members'], state: 'missing', why: 'there is nothing else' },
		{ of: [], state: 'fresh', why: 'none is shown' },
	])('of $of is $state: $why', ({ of, sample, state }) => {
		expect(bannerOf(of, sample).state).toBe(state);
	});

	test('says where fresh data are from, and when they were pulled', () => {
		expect(bannerOf(['projects']).parts).toEqual([
			{ strong: null, text: 'From gitlab.example.com,', pulledAt: fresh.pulledAt, after: '' },
		]);
	});

	test('tells lists in one state at once, with the date of the oldest', () => {
		const { parts } = bannerOf(['projects', 'consumers', 'milestones']);
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ pulledAt: older.pulledAt, after: 'or later' });
	});

	test('names the lists of each part where several differ, the worst first', () => {
		const { parts } = bannerOf(['projects', 'issues', 'members']);
		expect(parts.map(({ strong }) => strong)).toEqual([
			expect.stringMatching(/^Members.*: Not pulled yet\.$/i),
			expect.stringMatching(/^Issues.*: Not updated\.$/i),
			expect.stringMatching(/^Projects.*:$/i),
		]);
		expect(parts[0]!.text).toMatch(/^No token\. .*“not known”/);
		expect(parts[1]).toMatchObject({ pulledAt: '2026-11-22T08:30:00Z' });
		expect(parts[1]!.text).toContain('GitLab did not answer.');
	});

	test('never says that what is not public may still be pulled', () => {
		const alone = bannerOf(['named']);
		expect(alone.state).toBe('missing');
		expect(alone.parts[0]).toMatchObject({ strong: 'Not public.' });
		expect(alone.parts[0]?.text).toMatch(/^GitLab answered 404\./);
		const { state, parts } = bannerOf(['named', 'members']);
		expect(state).toBe('missing');
		expect(parts.map(({ strong }) => strong)).toEqual([
			expect.stringMatching(/^Members.*: Not pulled yet\.$/i),
			expect.stringMatching(/: Not public\.$/),
		]);
	});

	test.each<{ of: ListName[]; says: string; why: string }>([
		{ of: ['issues'], says: 'GitLab did not answer. What you see', why: 'one failed' },
		{
			of: ['issues', 'planning-issues'],
			says: 'GitLab did not answer. 1 more failed. What you see',
			why: 'one failed for another reason',
		},
		{ of: ['groups', 'members'], says: 'No token. Where we know', why: 'two for the same' },
	])('of $of says why: $why', ({ of, says }) => {
		expect(bannerOf(of).parts.map(({ text }) => text)).toEqual([expect.stringContaining(says)]);
	});
});
