import { expect, test } from 'vitest';
import { compareRows } from '#core/snapshot/compare-rows.ts';
import { lists } from '#model/snapshot.ts';
import { aMilestone, aProject } from '../../../builders.ts';

test('rows that came, went and changed are told by their ids', () => {
	const before = [
		aMilestone({ title: '19.6' }),
		aMilestone({ title: '19.7' }),
		aMilestone({ title: '19.8' }),
	];
	const after = [
		aMilestone({ title: '19.9' }),
		aMilestone({ title: '19.8', dueDate: null }),
		aMilestone({ title: '19.7' }),
	];
	expect(compareRows(before, after, lists.milestones.id)).toEqual({
		added: ['19.9'],
		removed: ['19.6'],
		changed: ['19.8'],
	});
});

test('the order of keys, also of inner ones, is no change', () => {
	const project = aProject();
	const turned = {
		facts: Object.fromEntries(Object.entries(project.facts!).toReversed()) as typeof project.facts,
		answer: project.answer,
		path: project.path,
	};
	expect(compareRows([project], [turned], lists.projects.id).changed).toEqual([]);
});
