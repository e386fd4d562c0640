import { describe, expect, test } from 'vitest';
import type { PlanChange } from '#core/plan/changes/change.ts';
import { comparePlans } from '#core/plan/changes/compare-plans.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

const rules = planRules();
type Parts = Parameters<typeof anIssueOfDay>[0];

/** What changes when one issue, or none, becomes another one, or none. Both plans ask for 19.7 and 19.8. */
function changesOf(before: Parts | null, after: Parts | null): PlanChange[] {
	const planOf = (parts: Parts | null) =>
		aPlanOfDay({ issues: parts === null ? [] : [anIssueOfDay(parts)] });
	return comparePlans(planOf(before), planOf(after), rules);
}

const issue = { project: 'example/tools/widget', iid: 1, title: 'Teach the widget to wait' };

describe('one change of each kind gives exactly that', () => {
	test.each([
		{ kind: 'added', before: null, after: {}, tells: { milestone: '19.7' } },
		{
			kind: 'added',
			why: 'it was a candidate',
			before: { milestone: null },
			after: {},
			tells: { milestone: '19.7' },
		},
		{ kind: 'dropped', before: {}, after: { milestone: null }, tells: { from: '19.7' } },
		{
			kind: 'dropped',
			why: 'to a milestone that is no version',
			before: {},
			after: { milestone: 'Backlog' },
			tells: { from: '19.7' },
		},
		{ kind: 'not-seen', before: {}, after: null, tells: { from: '19.7' } },
		{
			kind: 'carried',
			before: {},
			after: { milestone: '19.8' },
			tells: { from: '19.7', to: '19.8' },
		},
		{
			kind: 'carried',
			why: 'beyond the plan, where a candidate is seen',
			before: {},
			after: { milestone: '20.3' },
			tells: { from: '19.7', to: '20.3' },
		},
		{
			kind: 'brought-forward',
			before: { milestone: '19.8' },
			after: {},
			tells: { from: '19.8', to: '19.7' },
		},
		{
			kind: 'promoted',
			before: { labels: ['Widget::P2'] },
			after: { labels: ['Widget::P1'] },
			tells: { from: 'Widget::P2', to: 'Widget::P1' },
		},
		{
			kind: 'promoted',
			why: 'no priority is the lowest',
			before: {},
			after: { labels: ['Widget::P3'] },
			tells: { from: null, to: 'Widget::P3' },
		},
		{
			kind: 'demoted',
			before: { labels: ['Widget::P1'] },
			after: { labels: [] },
			tells: { from: 'Widget::P1', to: null },
		},
		{ kind: 'committed', before: {}, after: { labels: ['deliverable'] }, tells: {} },
		{ kind: 'uncommitted', before: { labels: ['Deliverable'] }, after: {}, tells: {} },
		{
			kind: 'health',
			before: { healthStatus: 'on_track' },
			after: { healthStatus: 'at_risk' },
			tells: { from: 'on_track', to: 'at_risk' },
		},
		{
			kind: 'health',
			why: 'not set any more',
			before: { healthStatus: 'on_track' },
			after: {},
			tells: { from: 'on_track', to: null },
		},
		{ kind: 'closed', before: {}, after: { state: 'closed' }, tells: {} },
		{ kind: 'reopened', before: { state: 'closed' }, after: {}, tells: {} },
		{ kind: 'weight', before: {}, after: { weight: 0 }, tells: { from: null, to: 0 } },
		{ kind: 'weight', before: { weight: 3 }, after: { weight: 5 }, tells: { from: 3, to: 5 } },
		{
			kind: 'retitled',
			before: { title: 'Teach the gadget to wait' },
			after: {},
			tells: { from: 'Teach the gadget to wait' },
		},
	])('$kind $why', ({ kind, before, after, tells }) => {
		expect(changesOf(before, after)).toEqual([{ kind, issue, ...tells }]);
	});

	test('dates of a milestone', () => {
		const dates = { startDate: '2026-11-14', dueDate: '2026-12-18' };
		const [first, second] = aPlanOfDay().milestones;
		const after = aPlanOfDay({ milestones: [{ ...first!, ...dates }, second!] });
		expect(comparePlans(aPlanOfDay(), after, rules)).toEqual([
			{
				kind: 'dates-moved',
				milestone: '19.7',
				from: { startDate: '2026-11-14', dueDate: '2026-12-11' },
				to: dates,
			},
		]);
	});
});

describe('what says nothing gives no change', () => {
	test.each([
		{ why: 'the same', before: {}, after: {} },
		{
			why: 'labels in another order',
			before: { labels: ['Deliverable', 'Widget::P1'] },
			after: { labels: ['Widget::P1', 'Deliverable'] },
		},
		{
			why: 'labels in other letters',
			before: { labels: ['Deliverable', 'Widget::P1'] },
			after: { labels: ['DELIVERABLE', 'widget::p1'] },
		},
		{
			why: 'spaces in labels',
			before: { labels: ['Widget::P1'] },
			after: { labels: [' Widget::P1 '] },
		},
		{
			why: 'spaces in the title',
			before: {},
			after: { title: ' Teach  the\u00A0widget to\twait ' },
		},
		{
			why: 'labels that are neither priority nor commitment',
			before: { labels: ['workflow::in dev'] },
			after: { labels: ['workflow::in review', 'missed:19.6'] },
		},
		{ why: 'another word for open', before: {}, after: { state: 'locked' } },
		{
			why: 'a candidate changes that is in no milestone of the plan',
			before: { milestone: null, weight: 1 },
			after: { milestone: 'Backlog', weight: 2 },
		},
		{ why: 'a candidate comes', before: null, after: { milestone: null } },
	])('$why', ({ before, after }) => {
		expect(changesOf(before, after)).toEqual([]);
	});

	test('a milestone that comes, goes or is closed', () => {
		const [first, second] = aPlanOfDay().milestones;
		const before = aPlanOfDay({ milestones: [first!] });
		const after = aPlanOfDay({ milestones: [{ ...second!, startDate: null }] });
		expect(comparePlans(before, after, rules)).toEqual([]);
		const closed = aPlanOfDay({ milestones: [{ ...first!, state: 'closed' }] });
		expect(comparePlans(before, closed, rules)).toEqual([]);
	});
});

describe('only a milestone that both plans asked for tells what came and what is gone', () => {
	const inOld = anIssueOfDay({ iid: 1, milestone: '19.7' });
	const inBoth = anIssueOfDay({ iid: 2, milestone: '19.8' });
	const inNew = anIssueOfDay({ iid: 3, milestone: '19.9' });
	const before = aPlanOfDay({ asked: ['19.7', '19.8'], issues: [inOld, inBoth] });
	const afterWith = (...issues: ReturnType<typeof anIssueOfDay>[]) =>
		aPlanOfDay({ asked: ['19.8', '19.9'], issues });

	test('what is in one that has come into view was not added, and in one out of view not dropped', () => {
		expect(comparePlans(before, afterWith(inBoth, inNew), rules)).toEqual([]);
		expect(comparePlans(afterWith(inBoth, inNew), before, rules)).toEqual([]);
	});

	test('what is gone from one that was asked for again is not seen any more', () => {
		expect(comparePlans(before, afterWith(inNew), rules)).toMatchObject([
			{ kind: 'not-seen', from: '19.8', issue: { iid: 2 } },
		]);
	});

	test('what moved is told, since its milestone is known on both days', () => {
		const moved = { ...inOld, milestone: '19.9' };
		expect(comparePlans(before, afterWith(inBoth, moved), rules)).toMatchObject([
			{ kind: 'carried', from: '19.7', to: '19.9', issue: { iid: 1 } },
		]);
	});
});

test('an issue can change in many ways at once, told in one order, by reference', () => {
	const before = [
		anIssueOfDay({ iid: 10, title: 'Old', labels: ['Widget::P2'], weight: 1 }),
		anIssueOfDay({ iid: 9, state: 'closed', healthStatus: 'at_risk' }),
		anIssueOfDay({ project: 'example/a', iid: 11 }),
	];
	const after = [
		anIssueOfDay({ iid: 9 }),
		anIssueOfDay({
			iid: 10,
			title: 'New',
			milestone: '19.8',
			labels: ['Widget::P3', 'Deliverable'],
			weight: null,
			healthStatus: 'on_track',
			state: 'closed',
		}),
	];
	const changes = comparePlans(
		aPlanOfDay({ issues: before }),
		aPlanOfDay({ issues: after }),
		rules,
	).map((change) =>
		change.kind === 'dates-moved' ? '' : `${String(change.issue.iid)} ${change.kind}`,
	);
	expect(changes).toEqual([
		'11 not-seen',
		'9 health',
		'9 reopened',
		'10 carried',
		'10 demoted',
		'10 committed',
		'10 health',
		'10 closed',
		'10 weight',
		'10 retitled',
	]);
});

test('a change names an issue by its newest title', () => {
	const renamed = changesOf({ title: 'Old' }, { title: 'New', milestone: '19.8' });
	expect(renamed).toMatchObject([{ issue: { title: 'New' } }, { issue: { title: 'New' } }]);
	expect(changesOf({ title: 'Old' }, null)).toMatchObject([{ issue: { title: 'Old' } }]);
});

describe('after the rules of the plan have changed', () => {
	const [old, fresh] = [
		{ issues: '1', labels: '1' },
		{ issues: '2', labels: '1' },
	];
	const kindsBetween = (
		before: { rules?: typeof old | undefined; parts: Parts | null },
		after: { rules?: typeof old | undefined; parts: Parts | null },
	) => {
		const [one, other] = [before, after].map(({ rules: kept, parts }) =>
			aPlanOfDay({
				...(kept && { rules: kept }),
				issues: parts === null ? [] : [anIssueOfDay(parts)],
			}),
		);
		return comparePlans(one!, other!, rules).map(({ kind }) => kind);
	};

	test.each<{ why: string; before: Parts | null; after: Parts | null; otherwise: string }>([
		{ why: 'came into view', before: null, after: {}, otherwise: 'added' },
		{ why: 'went out of view', before: {}, after: null, otherwise: 'not-seen' },
		{ why: 'has the labels no more', before: {}, after: { milestone: null }, otherwise: 'dropped' },
	])('no issue is told of that only $why', ({ before, after, otherwise }) => {
		const told = (rulesBefore: typeof old, rulesAfter: typeof old) =>
			kindsBetween({ rules: rulesBefore, parts: before }, { rules: rulesAfter, parts: after });
		expect(told(old, fresh)).toEqual([]);
		expect(told(old, { ...old, labels: '2' })).toEqual([otherwise]);
		expect(told(fresh, fresh)).toEqual([otherwise]);
	});

	test('no label is told of that was not kept before, and the rest is', () => {
		const change = { before: { labels: [] }, after: { labels: ['Widget::P1'], weight: 8 } };
		const told = (rulesAfter: typeof old) =>
			kindsBetween(
				{ rules: old, parts: { ...change.before, weight: 3 } },
				{ rules: rulesAfter, parts: change.after },
			);
		expect(told({ ...old, labels: '2' })).toEqual(['weight']);
		expect(told(fresh)).toEqual(['promoted', 'weight']);
	});

	test('a day that does not say by which rules it was kept is compared as before', () => {
		expect(kindsBetween({ parts: null }, { rules: fresh, parts: {} })).toEqual(['added']);
	});
});
