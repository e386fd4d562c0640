import { expect, test } from 'vitest';
import { findRuleChanges, toRulesOfDay } from '#core/rules/frame/rules-of-day.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { historyFormat, RulesOfDay } from '#model/history.ts';
import { DeclaredRule } from '#model/rules.ts';
import { anIssue, aPlace, aRegistry, aSnapshot, pulledAt, source } from '../../../builders.ts';
import { milestones } from './rule-case.ts';

const stated = ['milestone-days', 'one-priority', 'planning-issues-ahead', 'tools-aligned'].map(
	(id) => ({ ...DeclaredRule.parse({ id }), place: aPlace() }),
);

test('a day keeps what was told on it, and nothing that an older list says', () => {
	const snapshot = aSnapshot({
		rows: { milestones, issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1'] })] },
		lists: {
			'planning-issues': {
				state: 'stale',
				rows: 0,
				pulledAt: '2026-11-20T08:30:00Z',
				reason: 'GitLab answered 503.',
			},
		},
	});
	const results = runRules(aRegistry({ rules: stated }), snapshot, []);
	expect(results.map(({ answer }) => answer)).toEqual(['holds', 'holds', 'broken', 'unknown']);
	const kept = toRulesOfDay(snapshot.about, results);
	expect(RulesOfDay.parse(kept)).toMatchObject({ day: '2026-11-23', sample: false });
	expect(Object.entries(kept.rules)).toEqual([
		['one-priority', 'holds'],
		['milestone-days', 'holds'],
	]);
});

const day = (date: string, rules: RulesOfDay['rules']): RulesOfDay => ({
	...{ format: historyFormat, sample: false, source, pulledAt },
	day: date,
	rules,
});

test('a rule changes from one known answer to the next, whatever was not known between', () => {
	const days = [
		day('2026-11-20', { 'one-priority': 'holds', 'bugs-triaged': 'holds' }),
		day('2026-11-21', { 'bugs-triaged': 'broken', 'milestone-days': 'holds' }),
		day('2026-11-22', { 'one-priority': 'broken', 'milestone-days': 'holds' }),
		day('2026-11-23', { 'one-priority': 'exempt', 'milestone-days': 'holds' }),
	];
	expect(findRuleChanges(days, stated)).toEqual([
		{ id: 'one-priority', day: '2026-11-23', since: '2026-11-22', from: 'broken', to: 'exempt' },
		{ id: 'one-priority', day: '2026-11-22', since: '2026-11-20', from: 'holds', to: 'broken' },
	]);
});
