import { describe, expect, test } from 'vitest';
import { releaseRule } from '#core/inventory/checks/release.ts';
import { anExemption, aProject, checkRules, source } from '../../../../builders.ts';
import { judge as judgeRule, wordsOf } from './a-subject.ts';

type Changes = Parameters<typeof judgeRule>[1];

const judge = (changes: Changes = {}) =>
	judgeRule(releaseRule, {
		...changes,
		declared: { releaseOverdueAfterDays: 45, ...changes.declared },
	});
const releasedAt = (instant: string | null) => ({
	latestVersion: { kind: 'release' as const, tag: 'v0.9.0', releasedAt: instant },
});

describe('the age is counted in days, up to the day of the snapshot', () => {
	test.each([
		{ released: '2026-11-23T08:00:00Z', answer: 'holds', words: '0 days old' },
		{ released: '2026-11-22T23:59:59Z', answer: 'holds', words: '1 day old' },
		{ released: '2026-10-09T00:00:01Z', answer: 'holds', words: '45 days old' },
		{ released: '2026-10-08T23:59:59Z', answer: 'broken', words: '46 days old' },
		{ released: '2026-04-25T12:00:00Z', answer: 'broken', words: 'v0.9.0, is 212 days old' },
	])('$released: $answer, $words', ({ released, answer, words }) => {
		const verdict = judge({ facts: releasedAt(released) });
		expect(verdict).toMatchObject({ answer });
		expect(wordsOf(verdict)).toContain(words);
	});
});

test('what is broken says how to mend it, in the registry too', () => {
	const words = wordsOf(judge({ facts: releasedAt('2026-04-25T12:00:00Z') }));
	expect(words).toContain('Publish a release.');
	expect(words).toContain('releaseOverdueAfterDays in content/registry/projects.yaml:14');
});

test('a tag counts where there are no releases, and leads to its page', () => {
	const latestVersion = { kind: 'tag', tag: 'a/b', releasedAt: '2026-11-01T09:00:00Z' } as const;
	const verdict = judge({ facts: { latestVersion } });
	expect(wordsOf(verdict)).toContain('The highest tag, a/b, is 22 days old');
	expect(verdict).toMatchObject({
		answer: 'holds',
		from: { url: `${source}/example/tools/widget/-/tags/a%2Fb` },
	});
});

test('a release to come is told, and does not count', () => {
	const upcomingRelease = {
		kind: 'release',
		tag: 'v1.0.0',
		releasedAt: '2026-12-01T00:00:00Z',
	} as const;
	const verdict = judge({ facts: { ...releasedAt('2026-04-25T12:00:00Z'), upcomingRelease } });
	expect(verdict).toMatchObject({ answer: 'broken' });
	expect(wordsOf(verdict)).toContain("v1.0.0 is planned for 2026-12-01 and doesn't count yet.");
});

test('a project that has never released anything is broken', () => {
	expect(judge({ facts: { latestVersion: null } })).toMatchObject({ answer: 'broken' });
});

describe('it is unknown', () => {
	test('without a date', () => {
		expect(judge({ facts: releasedAt(null) })).toMatchObject({ answer: 'unknown' });
	});

	test.each(['releases', 'code'] as const)('when strangers do not see the %s', (part) => {
		const facts = { latestVersion: null, hidden: [part] };
		expect(judge({ facts })).toMatchObject({ answer: 'unknown' });
	});

	test('when it got overdue since an old pull', () => {
		const pulledAt = '2026-10-20T08:00:00Z';
		const state = { state: 'stale', rows: 1, pulledAt, reason: 'GitLab answered 503.' } as const;
		const lately = judge({ facts: releasedAt('2026-10-01T00:00:00Z'), state });
		const before = judge({ facts: releasedAt('2026-08-01T00:00:00Z'), state });
		expect(lately).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
		expect(before).toMatchObject({ answer: 'broken', readAt: pulledAt });
	});
});

describe('it does not apply', () => {
	const overdue = releasedAt('2026-04-25T12:00:00Z');

	test('without a limit, pulled or not', () => {
		const declared = { releaseOverdueAfterDays: undefined };
		const none = { answer: 'not-applicable', why: 'The registry sets no limit.' };
		expect(judge({ declared, facts: overdue })).toEqual(none);
		expect(judge({ declared, project: aProject({ answer: 'missing-or-private' }) })).toEqual(none);
	});

	test('to what is deprecated', () => {
		expect(judge({ declared: { deprecated: true }, facts: overdue })).toMatchObject({
			answer: 'not-applicable',
		});
	});
});

test('a check that is exempt does not advise to declare an exemption', () => {
	const declared = { releaseOverdueAfterDays: 1 };
	const exemptFrom = (check: 'release' | 'licence') =>
		wordsOf(
			judge({
				declared,
				rules: checkRules({ exemptions: [anExemption({ check })] }),
			}),
		);
	expect(exemptFrom('licence')).toContain('add an exemption');
	expect(exemptFrom('release')).toContain('Publish a release');
	expect(exemptFrom('release')).not.toContain('exemption');
});

describe('when GitLab failed to answer for its releases', () => {
	const unanswered = (keptFrom: string | null) => [
		{ part: 'releases' as const, keptFrom, why: 'GET /releases answered 500.' },
	];

	test('it is unknown without an older answer, and never "no releases"', () => {
		const verdict = judge({ facts: { latestVersion: null, unanswered: unanswered(null) } });
		expect(verdict).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
		expect(wordsOf(verdict)).not.toContain('no releases');
	});

	test('an older release that was in time then is no failure now', () => {
		const kept = unanswered('2026-11-20T08:30:00Z');
		const facts = { ...releasedAt('2026-10-08T23:59:59Z'), unanswered: kept };
		expect(judge({ facts })).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
	});
});
