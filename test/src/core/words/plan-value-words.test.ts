import { expect, test } from 'vitest';
import { planValueWords, spellCount } from '#core/words/plan-value-words.ts';
import { aDeclaredConsumer, anApi, aRegistry, planRules } from '../../../builders.ts';

test('small numbers are words, others digits', () => {
	expect([0, 1, 3, 10, 11, 30].map((count) => spellCount(count, 'day'))).toEqual([
		'no days',
		'one day',
		'three days',
		'ten days',
		'11 days',
		'30 days',
	]);
});

test('each value is read from the registry, for the middle of a sentence', () => {
	const nextMajorEpic = { group: 'example', title: 'Removals', monthsAfter: 1 };
	const plan = planRules({ nextMajorEpic });
	expect(
		Object.fromEntries(planValueWords(aRegistry({ plan, consumers: [aDeclaredConsumer()] }))),
	).toEqual({
		nextMilestones: 'three milestones',
		planningIssueDaysBefore: '30 days',
		finalBusinessDaysBeforeKickoff: 'three business days',
		releaseDay: 'third Thursday',
		retrospectiveDay: 'first Tuesday',
		nextMajorEpicMonths: 'one month',
		cutoffDay: 'Friday',
		kickoffDay: 'Monday',
		candidateScope: 'candidate::x.y',
		missedPrefix: 'missed:x.y',
		shortestNotice: 'three milestones',
		longestNotice: 'six milestones',
		endpoints: '3',
		deprecatedEndpoints: '1',
		consumers: '1',
	});
});

test('what the team has not configured is not there', () => {
	const plan = planRules({
		releaseDay: undefined,
		retrospectiveDay: undefined,
		planningIssueDaysBefore: undefined,
		missedPrefix: undefined,
	});
	const names = [
		...planValueWords(aRegistry({ plan, api: { ...anApi(), notice: [], endpoints: [] } })).keys(),
	];
	expect(names).toEqual([
		'nextMilestones',
		'finalBusinessDaysBeforeKickoff',
		'cutoffDay',
		'kickoffDay',
		'candidateScope',
	]);
});
