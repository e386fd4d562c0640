import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanChange } from '#core/plan/changes/change.ts';
import { comparePlans } from '#core/plan/changes/compare-plans.ts';
import { describeChange } from '#core/words/describe-change.ts';
import type { PlanOfDay } from '#model/history.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

const rules = planRules();
const titles = ['19.6', '19.7', '19.8', '19.9', '19.10', '20.0'];
const aDay = fc.constantFrom(null, '2026-11-14', '2026-12-11', '2027-01-15');

const anyIssue = fc
	.record({
		iid: fc.integer({ min: 1, max: 12 }),
		project: fc.constantFrom('example/a', 'example/b'),
		title: fc.constantFrom('Wait', 'Wait longer', '<b>', '=cmd()'),
		state: fc.constantFrom('opened', 'closed', 'locked'),
		milestone: fc.constantFrom(null, 'Backlog', ...titles),
		weight: fc.constantFrom(null, 0, 1, 3),
		healthStatus: fc.constantFrom(null, 'on_track', 'at_risk', 'paused'),
		labels: fc.uniqueArray(
			fc.constantFrom('Widget::P1', 'Widget::P2', 'Widget::P3', 'Deliverable', 'workflow::in dev'),
		),
	})
	.map((issue) => anIssueOfDay(issue));

const anyPlan: fc.Arbitrary<PlanOfDay> = fc
	.record({
		asked: fc.subarray(titles),
		dates: fc.array(fc.record({ startDate: aDay, dueDate: aDay }), { minLength: 6, maxLength: 6 }),
		issues: fc.uniqueArray(anyIssue, {
			selector: ({ project, iid }) => `${project}#${String(iid)}`,
		}),
	})
	.map(({ asked, dates, issues }) =>
		aPlanOfDay({
			asked,
			issues,
			milestones: titles.map((title, at) => ({ title, state: 'active', ...dates[at]! })),
		}),
	);

const named = (changes: readonly PlanChange[]) =>
	new Set(
		changes.map((change) =>
			change.kind === 'dates-moved'
				? `%${change.milestone}`
				: `${change.issue.project}#${String(change.issue.iid)}`,
		),
	);

const opposites = new Map([
	['added', ['dropped', 'not-seen']],
	['dropped', ['added']],
	['not-seen', ['added']],
	['carried', ['brought-forward']],
	['brought-forward', ['carried']],
	['promoted', ['demoted']],
	['demoted', ['promoted']],
	['committed', ['uncommitted']],
	['uncommitted', ['committed']],
	['closed', ['reopened']],
	['reopened', ['closed']],
]);

describe('whatever two plans are', () => {
	test('a plan compared with itself has no change', () => {
		fc.assert(
			fc.property(anyPlan, (plan) => {
				expect(comparePlans(plan, plan, rules)).toEqual([]);
			}),
		);
	});

	test('the changes there and back name the same issues, and undo each other', () => {
		fc.assert(
			fc.property(anyPlan, anyPlan, (a, b) => {
				const [there, back] = [comparePlans(a, b, rules), comparePlans(b, a, rules)];
				expect(named(there)).toEqual(named(back));
				expect(there).toHaveLength(back.length);
				for (const [at, { kind }] of there.entries()) {
					expect(opposites.get(kind) ?? [kind]).toContain(back[at]!.kind);
				}
			}),
		);
	});

	test('the order of issues, labels and milestones never matters', () => {
		const shuffled = ({ issues, milestones, ...rest }: PlanOfDay): PlanOfDay => ({
			...rest,
			milestones: milestones.toReversed(),
			issues: issues
				.toReversed()
				.map(({ labels, ...issue }) => ({ ...issue, labels: labels.toReversed() })),
		});
		fc.assert(
			fc.property(anyPlan, anyPlan, (a, b) => {
				const changes = comparePlans(a, b, rules);
				expect(comparePlans(shuffled(a), b, rules)).toEqual(changes);
				expect(comparePlans(a, shuffled(b), rules)).toEqual(changes);
			}),
		);
	});

	test('an issue comes or goes once at most, and each change is one sentence', () => {
		const moves = ['added', 'dropped', 'not-seen', 'carried', 'brought-forward'];
		fc.assert(
			fc.property(anyPlan, anyPlan, (a, b) => {
				const changes = comparePlans(a, b, rules);
				const moved = changes.filter(({ kind }) => moves.includes(kind));
				expect(named(moved).size).toBe(moved.length);
				for (const change of changes) expect(describeChange(change, rules)).toMatch(/^[A-Z].+\.$/);
			}),
		);
	});
});
