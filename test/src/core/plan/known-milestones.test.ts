import { describe, expect, test } from 'vitest';
import { findKnownMilestones, placeOfMilestone } from '#core/plan/known-milestones.ts';
import { aMilestone, aPlanOfDay, planRules, source } from '../../../builders.ts';

const { milestonePattern } = planRules();
const ofDay = (title: string, dueDate: string | null = null) => ({
	title,
	startDate: null,
	dueDate,
	state: 'active',
});

describe('the milestones that have a page', () => {
	test('are those of the snapshot’s plan, and those whose plan was kept, by their numbers', () => {
		const days = [
			aPlanOfDay({ day: '2026-01-05', milestones: [ofDay('18.9')], asked: ['18.9'] }),
			aPlanOfDay({
				day: '2026-02-02',
				milestones: [ofDay('18.9', '2026-02-06'), ofDay('19.7')],
				asked: ['18.9', '19.7'],
			}),
		];
		const milestones = [
			aMilestone({ title: '19.10' }),
			aMilestone({ title: '19.7', webUrl: `${source}/7` }),
			aMilestone({ title: 'Backlog' }),
		];
		expect(findKnownMilestones(milestones, days, milestonePattern)).toEqual([
			{ milestone: { ...ofDay('18.9', '2026-02-06'), webUrl: null }, keptOn: '2026-02-02' },
			{ milestone: milestones[1], keptOn: null },
			{ milestone: milestones[0], keptOn: null },
		]);
	});

	test('are none that nobody asked for', () => {
		const day = aPlanOfDay({ milestones: [ofDay('19.1')], asked: [] });
		expect(findKnownMilestones([], [day], milestonePattern)).toEqual([]);
	});

	test('are those of a plan that was kept by another pattern, too', () => {
		const day = aPlanOfDay({ day: '2026-01-05', milestones: [], asked: ['<b>'] });
		expect(findKnownMilestones([], [day], milestonePattern)).toEqual([
			{
				milestone: { title: '<b>', startDate: null, dueDate: null, state: 'unknown', webUrl: null },
				keptOn: '2026-01-05',
			},
		]);
	});
});

describe('a milestone is', () => {
	test.each([
		{ place: 'current', title: '19.7', dueDate: '2026-12-11', why: 'it is the current one' },
		{ place: 'past', title: '19.6', dueDate: '2026-11-22', why: 'it ended yesterday' },
		{ place: 'next', title: '19.6', dueDate: '2026-11-23', why: 'it ends today, late' },
		{ place: 'past', title: '19.1', dueDate: null, why: 'its number is lower' },
		{ place: 'next', title: '19.10', dueDate: null, why: 'its number is higher' },
	] as const)('$place when $why', ({ place, title, dueDate }) => {
		expect(placeOfMilestone({ title, dueDate }, { title: '19.7' }, '2026-11-23')).toBe(place);
	});

	test('undated when there is neither a date nor a current one to go by', () => {
		expect(placeOfMilestone({ title: '19.1', dueDate: null }, null, '2026-11-23')).toBe('undated');
	});
});
