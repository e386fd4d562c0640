import { expect, test } from 'vitest';
import { planLabels } from '#core/plan/plan-labels.ts';
import { planRules } from '../../../builders.ts';

test('labels are found one by one and together', () => {
	const labels = planLabels(planRules({ groupLabels: ['group::old', 'group::new'] }), '19.8');
	expect(Object.fromEntries(labels)).toMatchObject({
		groupLabels: ['group::old', 'group::new'],
		'groupLabels.1': ['group::old'],
		'groupLabels.2': ['group::new'],
		priorities: ['Widget::P1', 'Widget::P2', 'Widget::P3'],
		'priorities.P2': ['Widget::P2'],
		deliverableLabel: ['Deliverable'],
		planningIssues: ['Planning Issue'],
		candidateScope: ['candidate::19.8'],
		missedPrefix: ['missed:19.8'],
	});
});

test('what the team has not configured is not there', () => {
	const rules = planRules({
		priorities: [],
		planningIssues: undefined,
		candidateScope: undefined,
		missedPrefix: undefined,
		missedDeliverableLabel: undefined,
		blockedLabels: [],
	});
	expect([...planLabels(rules).keys()]).toEqual([
		'groupLabels',
		'groupLabels.1',
		'deliverableLabel',
	]);
});
