import { expect, test } from 'vitest';
import { listChanges } from '#core/plan/changes/compare-plans.ts';
import { planRules, source } from '../builders.ts';
import { planted } from './planted.ts';
import { samplePlans } from './sample-plans.ts';

const rules = planRules();
const plans = samplePlans(rules, { until: '2026-11-23', days: 365, source });
const changes = listChanges(plans, rules).flatMap((day) => day.changes);

test('the plan of a day is the same whichever days are made with it', () => {
	expect(samplePlans(rules, { until: '2026-11-23', days: 1, source })).toEqual(plans.slice(-1));
});

test('the plans of a year have every kind of change but that an issue is hidden', () => {
	const kinds = new Set(changes.map(({ kind }) => kind));
	expect([...kinds].toSorted()).toEqual([
		'added',
		'brought-forward',
		'carried',
		'closed',
		'committed',
		'dates-moved',
		'demoted',
		'dropped',
		'health',
		'promoted',
		'reopened',
		'retitled',
		'uncommitted',
		'weight',
	]);
});

test('no issue changes most of the days: a plan is not noise', () => {
	expect(changes.length).toBeLessThan(10 * plans.length);
});

test('what a stranger cannot see is in none of them', () => {
	const text = JSON.stringify(plans);
	expect(text).not.toContain(planted.confidentialTitle);
	expect(text).not.toContain(planted.privateTitle);
});
