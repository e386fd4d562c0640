import { describe, expect, test } from 'vitest';
import {
	hasCommitments,
	hasLabel,
	isDeliverable,
	isPlanLabel,
	missedMilestones,
	priorityOf,
	scopedValue,
} from '#core/base/labels.ts';
import { anIssue, planRules } from '../../../builders.ts';

test.each([
	{ labels: ['deliverable'], has: true, why: 'case does not matter' },
	{ labels: [' Deliverable '], has: true, why: 'neither do spaces around it' },
	{ labels: ['missed-deliverable'], has: false, why: 'another label that contains it' },
	{ labels: [], has: false, why: 'no labels' },
])('$labels has ~Deliverable: $has, $why', ({ labels, has }) => {
	expect(hasLabel(labels, 'Deliverable')).toBe(has);
	expect(isDeliverable(anIssue({ labels }), planRules())).toBe(has);
});

test('without a label for commitments none is set apart, and each issue is one', () => {
	const rules = planRules({ deliverableLabel: undefined });
	expect(hasCommitments(planRules())).toBe(true);
	expect(hasCommitments(rules)).toBe(false);
	expect(isDeliverable(anIssue({ labels: [] }), rules)).toBe(true);
	expect(isPlanLabel('Deliverable', rules)).toBe(false);
});

describe('the value of a scoped label', () => {
	test.each([
		{ labels: ['bug', 'workflow::in dev'], value: 'in dev', why: 'as GitLab spells it' },
		{ labels: ['Workflow::In Dev'], value: 'In Dev', why: 'the case of the scope does not matter' },
		{ labels: ['workflow :: in dev '], value: 'in dev', why: 'nor do spaces' },
		{ labels: ['workflow'], value: undefined, why: 'a label without a value' },
		{
			labels: ['git::workflow::x'],
			value: undefined,
			why: 'the scope is all before the last colons',
		},
		{ labels: ['workflows::x'], value: undefined, why: 'another scope' },
	])('of $labels is $value: $why', ({ labels, value }) => {
		expect(scopedValue(labels, 'workflow')).toBe(value);
	});

	test('a scope may have scopes', () => {
		expect(scopedValue(['a::b::c'], 'a::b')).toBe('c');
	});
});

describe('the priority of an issue', () => {
	test.each([
		{ labels: ['widget::p2'], name: 'P2', why: 'case does not matter' },
		{ labels: ['Widget::P1', 'Widget::P3'], name: 'P1', why: 'the highest wins' },
		{ labels: ['priority::1'], name: undefined, why: 'a label of another meaning' },
	])('of $labels is $name: $why', ({ labels, name }) => {
		expect(priorityOf(anIssue({ labels }), planRules())?.name).toBe(name);
	});
});

describe('the milestones in which an issue was missed', () => {
	test.each([
		{ labels: ['missed:19.5', 'missed:19.10'], missed: ['19.5', '19.10'], why: 'each once' },
		{ labels: ['Missed: 19.5', 'missed:19.5'], missed: ['19.5'], why: 'however it is written' },
		{ labels: ['missed:'], missed: [], why: 'nothing is named' },
		{ labels: ['missed-deliverable', 'not missed:19.5'], missed: [], why: 'other labels' },
	])('of $labels are $missed: $why', ({ labels, missed }) => {
		expect(missedMilestones({ labels }, planRules())).toEqual(missed);
	});
});

describe('a label counts in the plan when its rules speak of it', () => {
	test.each([
		'widget::p3',
		'DELIVERABLE',
		'candidate::19.8',
		'Workflow::in dev',
		'workflow::blocked',
		'blocking',
		'missed:19.6',
		'missed-deliverable',
	])('%s does', (label) => {
		expect(isPlanLabel(label, planRules())).toBe(true);
	});

	test.each(['group::widget', 'type::bug', 'priority::1', 'workflow', 'candidate', 'missed', ''])(
		'%s does not',
		(label) => {
			expect(isPlanLabel(label, planRules())).toBe(false);
		},
	);

	test('and not, when the rules leave it out', () => {
		const rules = planRules({
			missedPrefix: undefined,
			missedDeliverableLabel: undefined,
			reliability: undefined,
			blockedLabels: [],
		});
		const labels = ['missed:19.6', 'missed-deliverable', 'blocking'];
		expect(labels.filter((label) => isPlanLabel(label, rules))).toEqual([]);
	});
});
