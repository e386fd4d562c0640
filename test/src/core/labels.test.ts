import { describe, expect, test } from 'vitest';
import { hasLabel, isDeliverable, priorityOf, scopedValue } from '#core/labels.ts';
import { anIssue, planRules } from '../../builders.ts';

test.each([
	{ labels: ['deliverable'], has: true, why: 'case does not matter' },
	{ labels: ['missed-deliverable'], has: false, why: 'another label that contains it' },
	{ labels: [], has: false, why: 'no labels' },
])('$labels has ~Deliverable: $has, $why', ({ labels, has }) => {
	expect(hasLabel(labels, 'Deliverable')).toBe(has);
	expect(isDeliverable(anIssue({ labels }), planRules())).toBe(has);
});

describe('the value of a scoped label', () => {
	test.each([
		{ labels: ['bug', 'workflow::in dev'], value: 'in dev', why: 'as GitLab spells it' },
		{ labels: ['Workflow::In Dev'], value: 'In Dev', why: 'the case of the scope does not matter' },
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
